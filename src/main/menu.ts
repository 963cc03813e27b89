import { app, dialog, Menu, shell } from 'electron';
import { sendEvent } from './ipc';
import { logFileIn } from './log-file';
import { menuTemplate, type MenuActions } from './menu-template';
import type { Translate } from './translate';

/** Builds the native menu: before the window, which would change its shape otherwise, and for another language. */
export function setMenu(t: Translate, dataFolder: string): void {
  const actions: MenuActions = {
    navigate: (screen) => {
      sendEvent('navigate', { screen });
    },
    command: (command) => {
      sendEvent('command', { command });
    },
    showLog: () => {
      shell.showItemInFolder(logFileIn(dataFolder));
    },
    showAbout: () => {
      void dialog.showMessageBox({
        type: 'info',
        title: t('main.menu.about'),
        message: app.name,
        detail: t('main.about.detail', {
          version: app.getVersion(),
          electron: process.versions.electron,
          chrome: process.versions.chrome,
        }),
        buttons: [t('main.about.close')],
      });
    },
  };
  const template = menuTemplate({ t, actions, platform: process.platform, development: !app.isPackaged });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
