import { app } from 'electron';
import { refusalOf } from './assets/make-folder';
import { endWithout } from './data-folder';
import { leave } from './leave';

export interface SecondStart {
  arguments: readonly string[];
  folder: string;
}

/**
 * Runs `start` in the first Plantain of a data folder only: two would write one database. A later one hands its
 * arguments to the first and ends, as does the first where the folder can't be written.
 */
export function whenOnlyInstance(
  folder: string,
  start: (onSecondStart: (listener: (second: SecondStart) => void) => void) => void,
): void {
  const reason = refusalOf(folder);
  if (reason !== undefined) {
    endWithout(folder, reason);
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    leave();
    return;
  }
  start((listener) => {
    app.on('second-instance', (_event, argv, folder) => {
      listener({ arguments: argv, folder });
    });
  });
}
