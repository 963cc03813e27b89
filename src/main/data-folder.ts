import { resolve } from 'node:path';
import { app } from 'electron';

/**
 * The folder of everything that Plantain stores. `PLANTAIN_USER_DATA` names another one, for tests; it is set
 * before the single-instance lock is asked for, since the lock is one per folder.
 */
export function chooseDataFolder(): string {
  const wish = process.env['PLANTAIN_USER_DATA'];
  if (wish) app.setPath('userData', resolve(wish));
  return app.getPath('userData');
}
