import { resolve } from 'node:path';
import { app, dialog } from 'electron';
import { resolveLocale } from './launch';
import { leave } from './leave';
import { createTranslate } from './translate';

/**
 * The folder of everything that Plantain stores. `PLANTAIN_USER_DATA` names another one, for tests; it is set
 * before the single-instance lock is asked for, since the lock is one per folder.
 */
export function chooseDataFolder(): string {
  const wish = process.env['PLANTAIN_USER_DATA'];
  if (wish) app.setPath('userData', resolve(wish));
  return app.getPath('userData');
}

/**
 * Ends a program that can keep nothing of what is paid for; Electron would do so without a word. One that was started
 * from its source has a terminal, an installed one tells it in a window too.
 */
export function endWithout(folder: string, reason: string): void {
  void app.whenReady().then(() => {
    const t = createTranslate(resolveLocale(undefined, app.getPreferredSystemLanguages()));
    const [title, text] = [t('main.folder.title'), t('main.folder.text', { folder, reason })];
    process.stderr.write(`plantain: ${title}: ${text}\n`);
    if (app.isPackaged) dialog.showErrorBox(title, text);
    leave(1);
  });
}
