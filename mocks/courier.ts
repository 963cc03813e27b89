import { createHmac } from 'node:crypto';
import type { Clock } from '../src/shared/clock';
import { isLoopbackUrl } from '../src/shared/loopback';
import { sendDelivery } from '../src/shared/send-delivery';
import type { DemoSettings } from '../src/shared/settings';
import { EVENT_HEADER, RETRY_SCHEDULES, SIGNATURE_HEADER } from '../src/shared/webhook';

/** What is posted, made when the work has ended. */
export interface Parcel {
  event: string | null;
  /** The very bytes that are signed. */
  body: string;
  secret: string | null;
}

export interface Receipt {
  status: 'retrying' | 'delivered' | 'failed';
  attempts: number;
  error: string | null;
}

export interface Courier {
  /**
   * Posts to `url` once `parcel` gives something: asked until then. Addresses beyond this computer get nothing: the
   * demo leaves it never.
   */
  watch(id: string, url: string, parcel: () => Promise<Parcel | undefined> | Parcel | undefined): void;
  receiptOf(id: string): Receipt | undefined;
  /** The servers have started anew: what was under way is not posted any more. */
  forget(): void;
}

export interface CourierOptions {
  deliver: ((request: Request) => Promise<Response>) | undefined;
  clock: Clock;
  settings: () => DemoSettings;
}

/** How often work that is under way is looked at, in ms. */
const LOOK_MS = 100;

function headersOf({ event, body, secret }: Parcel): Record<string, string> {
  if (event === null) return { 'content-type': 'application/json', 'user-agent': 'BananaHub-Webhook' };
  const hex = secret === null ? null : createHmac('sha256', secret).update(body).digest('hex');
  return {
    'content-type': 'application/json',
    'user-agent': 'PaperBanana-Webhook/0.1.2',
    [EVENT_HEADER]: event,
    ...(hex !== null && { [SIGNATURE_HEADER]: `sha256=${hex}` }),
  };
}

/** Brings the demo servers' webhooks to receivers on this computer, again on the schedule while they refuse. */
export function createCourier({ deliver, clock, settings }: CourierOptions): Courier {
  const receipts = new Map<string, Receipt>();
  let round = new AbortController();

  async function post(id: string, url: string, parcel: Parcel, fetch: NonNullable<typeof deliver>): Promise<void> {
    const { speed, behaviour } = settings();
    const delays = RETRY_SCHEDULES[behaviour].map((ms) => (speed === 0 ? LOOK_MS : ms / speed));
    receipts.set(id, { status: 'retrying', attempts: 0, error: null });
    const body = new TextEncoder().encode(parcel.body);
    await sendDelivery(
      { url, body, headers: headersOf(parcel), delays },
      {
        fetch,
        clock,
        onAttempt({ attempt, status, failure, nextIn }) {
          const arrived = status !== null && status < 400;
          const error = arrived ? null : (failure ?? `HTTP ${String(status)}`);
          const state = arrived ? 'delivered' : nextIn === null ? 'failed' : 'retrying';
          receipts.set(id, { status: state, attempts: attempt, error });
        },
      },
      round.signal,
    );
  }

  return {
    watch(id, url, parcel) {
      if (!deliver || !isLoopbackUrl(url)) return;
      const { signal } = round;
      const look = async (): Promise<void> => {
        if (signal.aborted) return;
        const made = await parcel();
        if (made) await post(id, url, made, deliver);
        else clock.after(LOOK_MS, start);
      };
      // a work that cannot be drawn is told by its poll
      const start = (): void => void look().catch(() => undefined);
      clock.after(LOOK_MS, start);
    },
    receiptOf: (id) => receipts.get(id),
    forget() {
      round.abort();
      round = new AbortController();
      receipts.clear();
    },
  };
}
