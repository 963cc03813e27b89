import type { Clock } from '../../shared/clock';
import { RequestFailure } from './request-failure';

/**
 * Ends one request early: by a time-out, by the caller's signal, or because its answer is too large.
 * The first reason counts, and it is told apart from whatever text the torn connection then produces.
 */
export interface RequestGuard {
  /** For the fetch: aborted together with everything that waits in `race`. */
  readonly signal: AbortSignal;
  /** (Re)starts the one running time-out, in ms. */
  arm(delay: number): void;
  /** A second time-out over all that follows, in ms; not moved by `arm`, but put off by `extendTotal`. */
  armTotal(delay: number): void;
  /** More time, in ms, before the second time-out, for what has come. */
  extendTotal(more: number): void;
  /** Waits for the promise or the early end; a fetch that ignores its signal cannot hold the caller. */
  race<T>(promise: Promise<T>): Promise<T>;
  stop(failure: RequestFailure): void;
  /** Called once where the request is ended early. */
  onStop(listener: (failure: RequestFailure) => void): void;
  /** Lets go of timers and the caller's signal. Call it when the request is over, however it ended. */
  release(): void;
}

export function createRequestGuard(clock: Clock, outer?: AbortSignal): RequestGuard {
  const controller = new AbortController();
  const listeners: ((failure: RequestFailure) => void)[] = [];
  let ended: RequestFailure | undefined;
  let cancelTimer = (): void => undefined;
  let cancelTotal = (): void => undefined;
  let granted = 0;

  const release = (): void => {
    cancelTimer();
    cancelTotal();
    outer?.removeEventListener('abort', cancel);
  };
  const stop = (failure: RequestFailure): void => {
    if (ended) return;
    ended = failure;
    release();
    for (const listener of listeners) listener(failure);
    controller.abort();
  };
  const cancel = (): void => {
    stop(new RequestFailure('canceled'));
  };
  const timeOut = (): void => {
    stop(new RequestFailure('timeout'));
  };

  /** One timer for many small extensions: it looks again when it rings. */
  const watchTotal = (delay: number): void => {
    cancelTotal();
    if (ended) return;
    cancelTotal = clock.after(delay, () => {
      const more = Math.ceil(granted);
      granted = 0;
      if (more > 0) watchTotal(more);
      else timeOut();
    });
  };

  if (outer?.aborted) cancel();
  else outer?.addEventListener('abort', cancel);

  return {
    signal: controller.signal,
    arm(delay) {
      cancelTimer();
      if (!ended) cancelTimer = clock.after(delay, timeOut);
    },
    armTotal(delay) {
      granted = 0;
      watchTotal(delay);
    },
    extendTotal(more) {
      granted += more;
    },
    race: (promise) =>
      new Promise((resolve, reject) => {
        if (ended) {
          promise.catch(() => undefined);
          reject(ended);
          return;
        }
        listeners.push(reject);
        // an early end rejects first; the abort it causes comes after and finds the promise settled
        promise.then(resolve, reject).finally(() => {
          listeners.splice(listeners.indexOf(reject), 1);
        });
      }),
    stop,
    onStop: (listener) => {
      listeners.push(listener);
    },
    release,
  };
}
