import type { Clock } from './clock';

export interface DeliveryToSend {
  url: string;
  body: Uint8Array;
  headers: Readonly<Record<string, string>>;
  /** When it is sent again while it fails, in ms after the attempt before. */
  delays: readonly number[];
}

export interface SendAttempt {
  attempt: number;
  /** ms since epoch. */
  at: number;
  /** ms until the answer or the failure. */
  took: number;
  status: number | null;
  /** The network's own words where no answer came. */
  failure: string | null;
  /** ms until the next attempt; null where there is none. */
  nextIn: number | null;
}

export interface SenderDeps {
  /** Must not follow redirects: the service does not. */
  fetch(request: Request): Promise<Response>;
  clock: Clock;
  onAttempt?(attempt: SendAttempt): void;
}

/** The service waits this long for an answer, in ms. */
const TIMEOUT_MS = 30_000;

/** A status under 400 counts as delivered, a redirect too: observed of the service. */
const delivered = (status: number | null): boolean => status !== null && status < 400;

async function attemptOnce(
  { url, body, headers }: DeliveryToSend,
  { fetch, clock }: SenderDeps,
  signal: AbortSignal | undefined,
): Promise<{ status: number | null; failure: string | null }> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  const cancel = clock.after(TIMEOUT_MS, stop);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const init = { method: 'POST', headers, redirect: 'manual', signal: controller.signal } as const;
    const request = new Request(url, { ...init, body: new Uint8Array(body) });
    const response = await fetch(request);
    await response.body?.cancel();
    return { status: response.status, failure: null };
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    const reason = cause instanceof Error ? cause.message : message;
    return { status: null, failure: signal?.aborted ? 'stopped' : controller.signal.aborted ? 'timeout' : reason };
  } finally {
    cancel();
    signal?.removeEventListener('abort', stop);
  }
}

const wait = (clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    signal?.addEventListener(
      'abort',
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
  });

/** Sends a delivery as the service would, again on its schedule while it fails: same body, same signature. */
export async function sendDelivery(
  delivery: DeliveryToSend,
  deps: SenderDeps,
  signal?: AbortSignal,
): Promise<SendAttempt[]> {
  const { delays } = delivery;
  const attempts: SendAttempt[] = [];
  for (let index = 0; index <= delays.length && !signal?.aborted; index += 1) {
    const at = deps.clock.now();
    const { status, failure } = await attemptOnce(delivery, deps, signal);
    const nextIn = delivered(status) ? null : (delays[index] ?? null);
    const attempt = { attempt: index + 1, at, took: deps.clock.now() - at, status, failure, nextIn };
    attempts.push(attempt);
    deps.onAttempt?.(attempt);
    if (nextIn === null) break;
    await wait(deps.clock, nextIn, signal);
  }
  return attempts;
}
