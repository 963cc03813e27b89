import type { Clock } from '../../shared/clock';
import { AppError } from '../../shared/app-error';
import { isLoopbackUrl } from '../../shared/loopback';
import { sendDelivery } from '../../shared/send-delivery';
import { RETRY_SCHEDULES, type RetrySchedule } from '../../shared/webhook';
import type { SendRun } from '../../shared/webhook-operations';

export interface SendRuns {
  /** Begins to send. Throws invalid_input for the field `url`. */
  start(delivery: {
    url: string;
    event: string;
    body: Uint8Array;
    headers: Readonly<Record<string, string>>;
    schedule: RetrySchedule;
  }): string;
  find(id: string): SendRun | undefined;
  stop(id: string): void;
  stopAll(): void;
}

export interface SendRunsOptions {
  /** Follows no redirects. */
  fetch(request: Request): Promise<Response>;
  clock: Clock;
  newId(): string;
  /** Nothing may leave this computer. */
  loopbackOnly: boolean;
  onChanged(id: string): void;
}

/** Runs that can still be looked at. */
const KEPT = 20;

const refuse = (code: string): AppError => new AppError('invalid_input', { issues: [{ field: 'url', code }] });

function checkUrl(url: string, loopbackOnly: boolean): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw refuse('not_a_url');
  }
  const { protocol, href, username, password } = parsed;
  if (protocol !== 'http:' && protocol !== 'https:') throw refuse('not_a_web_url');
  // fetch refuses what would travel in clear
  if (username !== '' || password !== '') throw refuse('bad_format');
  if (loopbackOnly && !isLoopbackUrl(href)) throw refuse('demo_loopback_only');
  return href;
}

/** Deliveries on their way out, each with its attempts. */
export function createSendRuns({ fetch, clock, newId, loopbackOnly, onChanged }: SendRunsOptions): SendRuns {
  const runs = new Map<string, { run: SendRun; controller: AbortController }>();

  function change(id: string, patch: Partial<SendRun>): void {
    const known = runs.get(id);
    if (!known) return;
    known.run = { ...known.run, ...patch };
    onChanged(id);
  }

  return {
    start({ url, event, body, headers, schedule }) {
      const target = checkUrl(url, loopbackOnly);
      const id = newId();
      const controller = new AbortController();
      const run: SendRun = {
        ...{ id, url: target, event, schedule, startedAt: clock.now(), attempts: [] },
        state: 'sending',
      };
      runs.set(id, { run, controller });
      for (const old of [...runs.keys()].slice(0, Math.max(0, runs.size - KEPT))) {
        runs.get(old)?.controller.abort();
        runs.delete(old);
      }
      const delivery = { url: target, body, headers, delays: RETRY_SCHEDULES[schedule] };
      const sent = sendDelivery(
        delivery,
        {
          fetch,
          clock,
          onAttempt(attempt) {
            const attempts = [...(runs.get(id)?.run.attempts ?? []), attempt];
            change(id, { attempts, state: attempt.nextIn === null ? 'sending' : 'waiting' });
          },
        },
        controller.signal,
      );
      void sent.then((attempts) => {
        const last = attempts.at(-1);
        const arrived = last !== undefined && last.status !== null && last.status < 400;
        change(id, { state: arrived ? 'delivered' : controller.signal.aborted ? 'stopped' : 'given_up' });
      });
      return id;
    },
    find: (id) => runs.get(id)?.run,
    stop(id) {
      runs.get(id)?.controller.abort();
    },
    stopAll() {
      for (const { controller } of runs.values()) controller.abort();
    },
  };
}
