import { AppError } from '../shared/app-error';

/** Resolves when the program is told to end. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Work that nothing is lost by: at Ctrl+C it is not waited for. Throws `canceled` then. */
export function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    untilAborted(signal).then(() => {
      throw new AppError('canceled');
    }),
  ]);
}
