import { app, type WebContents } from 'electron';
import type { Log } from '../shared/log';

/** Characters of a message that are kept: what went wrong, not what it went wrong with. */
const KEPT = 300;
/** Problems that are remembered until there is a log. */
const REMEMBERED = 20;
/** ms between two crashes of the page that are not one and the same over and over. */
const APART = 10_000;

const ERROR_LEVEL = 3;

/** Electron hands over a number and the text, later versions an event that has both. */
function errorText(event: object, level: unknown, message: unknown): string | undefined {
  if (typeof message === 'string') return level === ERROR_LEVEL ? message : undefined;
  const told = event as { level?: unknown; message?: unknown };
  return told.level === 'error' && typeof told.message === 'string' ? told.message : undefined;
}

/**
 * Writes the page's errors and crashes into the log: the page itself cannot. A page that has crashed is loaded again,
 * for jobs go on and drafts are kept; one that crashes at once again stays down.
 */
export function watchPages(openLog: () => Promise<Pick<Log, 'error'>>): void {
  let waiting = 0;
  const tell = (message: string, facts: Record<string, string>): void => {
    if (waiting >= REMEMBERED) return;
    waiting += 1;
    void openLog().then((log) => {
      waiting -= 1;
      log.error(message, facts);
    });
  };
  const watch = (contents: WebContents): void => {
    let crashedAt = -Infinity;
    contents.on('console-message', (event, level?: unknown, message?: unknown) => {
      const text = errorText(event, level, message);
      if (text !== undefined) tell('the page reports an error', { text: text.slice(0, KEPT) });
    });
    contents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      tell('the page has crashed', { reason });
      const now = Date.now();
      if (now - crashedAt > APART) contents.reload();
      crashedAt = now;
    });
  };
  app.on('web-contents-created', (_event, contents) => {
    watch(contents);
  });
}
