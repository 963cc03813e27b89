import { app, dialog, Menu } from 'electron';
import { menuTemplate, type MenuActions } from './menu-template';
import type { Translate } from './translate';

/** Builds the native menu; called again when the language changes. */
export function setMenu(t: Translate, actions: Omit<MenuActions, 'showAbout'>): void {
  const showAbout = (): void => {
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
  };
  const template = menuTemplate({
    t,
    actions: { ...actions, showAbout },
    platform: process.platform,
    development: !app.isPackaged,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
