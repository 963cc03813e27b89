import { app, dialog } from 'electron';
import { sendEvent } from './ipc';
import { keepGoing, writeNow } from './last-guard';
import { resolveLocale } from './launch';
import { logFileIn } from './log-file';
import { leave } from './leave';
import { createTranslate } from './translate';

/**
 * Faults that nobody has caught go into the log and, once there is a window, into it. Before that the program can only
 * end: it would go on without a window, holding the folder so that nobody can start it again.
 */
export function watchFaults(dataFolder: string): void {
  let started = false;
  app.once('browser-window-created', () => {
    started = true;
  });
  keepGoing({
    program: process,
    now: Date.now,
    write: writeNow(logFileIn(dataFolder)),
    onFault(kind) {
      if (!started) endAtStart(logFileIn(dataFolder));
      // a promise that nobody waited for breaks nothing else
      else if (kind === 'uncaughtException') sendEvent('program.fault', {});
    },
  });
}

/** In our own words, and only where there is no terminal: see endWithout. */
function endAtStart(log: string): void {
  void app.whenReady().then(() => {
    const t = createTranslate(resolveLocale(undefined, app.getPreferredSystemLanguages()));
    const [title, text] = [t('main.fault.title'), t('main.fault.text', { log })];
    process.stderr.write(`plantain: ${title}: ${text}\n`);
    if (app.isPackaged) dialog.showErrorBox(title, text);
    leave(1);
  });
}
