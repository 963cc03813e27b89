import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Launch } from './launch';
import { LEAST, readWindowState, writeWindowState } from './window-state';

/** The page's own colours (`--chrome`), so that the window does not flash before its first paint. */
const BACKGROUND = { light: '#f2f2f0', dark: '#151614' };

export interface WindowOptions {
  dataFolder: string;
  /** Address of the page, without its query. */
  page: string;
  launch: Launch;
  preload: string;
}

/** Creates the window and loads its page at once; it is shown with its first paint, which the promise tells. */
export function openWindow({ dataFolder, page, launch, preload }: WindowOptions): Promise<BrowserWindow> {
  const file = join(dataFolder, 'window.json');
  const state = readWindowState(file, workAreas());
  nativeTheme.themeSource = launch.theme;
  const window = new BrowserWindow({
    ...state.position,
    width: state.width,
    height: state.height,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: app.name,
    backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    titleBarStyle: process.platform === 'darwin' ? 'hiddenInset' : 'default',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // its dictionaries would be fetched from the network
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.on('close', () => {
    writeWindowState(file, window.getNormalBounds(), window.isMaximized());
  });
  const query = new URLSearchParams({
    locale: launch.locale,
    mode: launch.mode,
    theme: launch.theme,
    first: String(launch.first),
    platform: process.platform,
  });
  void window.loadURL(`${page}?${query.toString()}`);
  return new Promise((resolve) => {
    window.once('ready-to-show', () => {
      if (state.maximized) window.maximize();
      window.show();
      resolve(window);
    });
  });
}

/** The primary display first. */
function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
