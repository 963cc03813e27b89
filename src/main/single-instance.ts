import { app } from 'electron';

export interface SecondStart {
  arguments: readonly string[];
  folder: string;
}

/**
 * Runs `start` in the first Plantain of a data folder only: two would write one database. A later one hands its
 * arguments to the first and ends.
 */
export function whenOnlyInstance(
  start: (onSecondStart: (listener: (second: SecondStart) => void) => void) => void,
): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  start((listener) => {
    app.on('second-instance', (_event, argv, folder) => {
      listener({ arguments: argv, folder });
    });
  });
}
