import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';

interface LateWritesDeps {
  clock: Clock;
  log: Log;
  /** What was kept in memory is on the disk now. */
  onWritten(id: string): void;
}

/** What is known of jobs and could not be written down: in memory, and tried again until the disk takes it. */
export interface LateWrites {
  /** Writes, now or later. Gives the error where it has to be later. */
  write(id: string, work: () => void): unknown;
  /** Tries all of it once more, at once. */
  flush(): void;
  stop(): void;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

export function createLateWrites({ clock, log, onWritten }: LateWritesDeps): LateWrites {
  const waiting = new Map<string, () => void>();
  let pause = FIRST_PAUSE_MS;
  let cancel: (() => void) | undefined;
  let stopped = false;

  function flush(): void {
    for (const [id, work] of waiting) {
      try {
        work();
      } catch {
        continue;
      }
      waiting.delete(id);
      log.warn('written late', { job: id });
      onWritten(id);
    }
  }

  function arm(): void {
    if (stopped || cancel || waiting.size === 0) return;
    cancel = clock.after(pause, () => {
      cancel = undefined;
      flush();
      pause = waiting.size === 0 ? FIRST_PAUSE_MS : Math.min(2 * pause, LONGEST_PAUSE_MS);
      arm();
    });
  }

  return {
    write(id, work) {
      try {
        work();
        waiting.delete(id);
        return undefined;
      } catch (error) {
        log.error('what is known of a job could not be written down', { job: id, reason: String(error) });
        waiting.set(id, work);
        arm();
        return error;
      }
    },
    flush,
    stop() {
      stopped = true;
      cancel?.();
      cancel = undefined;
    },
  };
}
