import { app } from 'electron';

/** In every Node that Electron has shipped, and in nobody's documentation: hence the look before the leap. */
type WithReallyExit = typeof process & { reallyExit?(code: number): never };

/**
 * Ends the process at once. Everything that must be on the disk has to be closed before.
 *
 * `app.exit()` would walk through Node's teardown, where JavaScript is forbidden. A garbage collection that falls into
 * it leaves V8 with finalizers to run (undici registers one for every Request with a signal); the task that runs them
 * throws there, posts itself again, and the process spins for ever, holding the lock of the data folder.
 */
export function leave(code = 0): void {
  const { reallyExit } = process as WithReallyExit;
  if (reallyExit === undefined) {
    app.exit(code);
    return;
  }
  // the teardown that is left out would have done it; whoever starts next need not find out that the owner is dead
  app.releaseSingleInstanceLock();
  reallyExit.call(process, code);
}
