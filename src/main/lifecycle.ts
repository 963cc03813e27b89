import { app, BrowserWindow, powerMonitor, session } from 'electron';
import type { Backend } from './backend';
import { leave } from './leave';
import { focusWindow } from './notifications';
import { pdfAmong } from './opened-files';
import type { SecondStart } from './single-instance';

export interface LifecycleOptions {
  backend: Promise<Backend>;
  /** Resolved with the first window's first paint. */
  shown: Promise<unknown>;
  open(): Promise<unknown>;
  onSecondStart(listener: (second: SecondStart) => void): void;
}

/**
 * ms that a quit waits, its windows closed, for the answer to a submission that has left, and for the databases. The
 * answer holds the task's id: PaperBanana has no other way to it, so cutting it off may cost a unit. What is cut off
 * is `uncertain` at the next start.
 */
const QUIT_LIMIT = 3000;

/** From the first window to the last breath: files that the system hands over, waking up, closing, quitting. */
export function keepRunning({ backend, shown, open, onSecondStart }: LifecycleOptions): void {
  const openPdf = (path: string | undefined): void => {
    if (path === undefined) return;
    // the form listens once the window is there
    void Promise.all([backend, shown]).then(([{ openPdf }]) => openPdf(path));
  };

  openPdf(pdfAmong(process.argv.slice(1), process.cwd()));
  let ending = false;
  onSecondStart((second) => {
    if (ending) {
      // there is no window any more, and this process holds the folder until it ends
      app.relaunch({ args: second.arguments.slice(1) });
      return;
    }
    focusWindow();
    openPdf(pdfAmong(second.arguments.slice(1), second.folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPdf(path);
  });

  powerMonitor.on('resume', () => {
    void backend.then(({ wake }) => {
      wake();
    });
  });

  // the end of the session, where the system tells it otherwise than by a signal; Windows: never run there
  powerMonitor.on('shutdown', () => {
    app.quit();
  });
  app.on('browser-window-created', (_event, window) => {
    if (process.platform === 'win32')
      window.on('query-session-end', () => {
        app.quit();
      });
  });

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  app.on('window-all-closed', () => {
    // macOS programs stay; elsewhere jobs survive the end and are taken up at the next start
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    // asked twice (the system's word, then its signal): the first close must come to its end
    if (ending) return;
    ending = true;
    // what the page keeps for itself is written with a delay, and the program leaves without asking Chromium
    session.defaultSession.flushStorageData();
    const limit = new Promise((resolve) => setTimeout(resolve, QUIT_LIMIT));
    void Promise.race([backend.then(({ close }) => close()), limit]).finally(() => {
      leave();
    });
  });
}
