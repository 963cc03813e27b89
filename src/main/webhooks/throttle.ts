import type { Clock } from '../../shared/clock';

/** Calls at once and then at most once in `ms`, the last time after the last call. */
export function throttled(clock: Clock, ms: number, call: () => void): { call(): void; cancel(): void } {
  let cancelTimer: (() => void) | undefined;
  let again = false;
  function rest(): void {
    cancelTimer = clock.after(ms, () => {
      cancelTimer = undefined;
      if (!again) return;
      again = false;
      call();
      rest();
    });
  }
  return {
    call() {
      if (cancelTimer) {
        again = true;
        return;
      }
      call();
      rest();
    },
    cancel() {
      cancelTimer?.();
      cancelTimer = undefined;
      again = false;
    },
  };
}
