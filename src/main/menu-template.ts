import type { MenuItemConstructorOptions } from 'electron';
import type { EventPayload } from '../shared/contract';
import type { Translate } from './translate';

export interface MenuActions {
  navigate(screen: EventPayload<'navigate'>['screen']): void;
  command(command: EventPayload<'command'>['command']): void;
  showLog(): void;
  showAbout(): void;
}

export interface MenuOptions {
  t: Translate;
  actions: MenuActions;
  platform: NodeJS.Platform;
  development: boolean;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/**
 * The native menu. Submitting is not in it: the form hears Ctrl+Enter itself, and a shortcut heard twice would
 * spend two units.
 */
export function menuTemplate(options: MenuOptions): Item[] {
  const mac = options.platform === 'darwin';
  return [
    ...(mac ? [macAppMenu(options)] : []),
    fileMenu(options, mac),
    editMenu(options.t),
    viewMenu(options),
    ...(mac ? [macWindowMenu(options.t)] : []),
    helpMenu(options, mac),
  ];
}

function settingsItem({ t, actions }: MenuOptions): Item {
  return {
    label: t('main.menu.settings'),
    accelerator: 'CmdOrCtrl+,',
    click: () => {
      actions.navigate('settings');
    },
  };
}

function aboutItem({ t, actions }: MenuOptions): Item {
  return {
    label: t('main.menu.about'),
    click: () => {
      actions.showAbout();
    },
  };
}

function macAppMenu(options: MenuOptions): Item {
  const { t } = options;
  return {
    label: 'Plantain',
    submenu: [
      aboutItem(options),
      separator,
      settingsItem(options),
      separator,
      { role: 'services', label: t('main.menu.services') },
      separator,
      { role: 'hide', label: t('main.menu.hide') },
      { role: 'hideOthers', label: t('main.menu.hideOthers') },
      { role: 'unhide', label: t('main.menu.showAll') },
      separator,
      { role: 'quit', label: t('main.menu.quit') },
    ],
  };
}

function fileMenu(options: MenuOptions, mac: boolean): Item {
  const { t, actions } = options;
  return {
    label: t('main.menu.file'),
    submenu: [
      {
        label: t('main.menu.openPdf'),
        accelerator: 'CmdOrCtrl+O',
        click: () => {
          actions.command('open-pdf');
        },
      },
      {
        label: t('main.menu.saveAs'),
        accelerator: 'CmdOrCtrl+S',
        click: () => {
          actions.command('save-as');
        },
      },
      separator,
      ...(mac
        ? [{ role: 'close', label: t('main.menu.close') } as const]
        : [
            settingsItem(options),
            separator,
            { role: 'quit', label: t('main.menu.quit'), accelerator: 'Ctrl+Q' } as const,
          ]),
    ],
  };
}

function editMenu(t: Translate): Item {
  return {
    label: t('main.menu.edit'),
    submenu: [
      { role: 'undo', label: t('main.menu.undo') },
      { role: 'redo', label: t('main.menu.redo') },
      separator,
      { role: 'cut', label: t('main.menu.cut') },
      { role: 'copy', label: t('main.menu.copy') },
      { role: 'paste', label: t('main.menu.paste') },
      { role: 'selectAll', label: t('main.menu.selectAll') },
    ],
  };
}

function viewMenu({ t, actions, development }: MenuOptions): Item {
  const screens = ['create', 'queue', 'library', 'figure', 'accounts', 'webhooks'] as const;
  return {
    label: t('main.menu.view'),
    submenu: [
      ...screens.map((screen, index) => ({
        label: t(`main.menu.${screen}`),
        accelerator: `CmdOrCtrl+${index + 1}`,
        click: () => {
          actions.navigate(screen);
        },
      })),
      separator,
      {
        label: t('main.menu.palette'),
        accelerator: 'CmdOrCtrl+K',
        click: () => {
          actions.command('palette');
        },
      },
      separator,
      { role: 'resetZoom', label: t('main.menu.actualSize') },
      { role: 'zoomIn', label: t('main.menu.zoomIn') },
      { role: 'zoomOut', label: t('main.menu.zoomOut') },
      { role: 'togglefullscreen', label: t('main.menu.fullScreen') },
      ...(development
        ? [
            separator,
            { role: 'reload', label: t('main.menu.reload') } as const,
            { role: 'toggleDevTools', label: t('main.menu.devTools') } as const,
          ]
        : []),
    ],
  };
}

function macWindowMenu(t: Translate): Item {
  return {
    role: 'window',
    label: t('main.menu.window'),
    submenu: [
      { role: 'minimize', label: t('main.menu.minimize') },
      { role: 'close', label: t('main.menu.close') },
    ],
  };
}

function helpMenu(options: MenuOptions, mac: boolean): Item {
  const { t, actions } = options;
  return {
    role: 'help',
    label: t('main.menu.help'),
    submenu: [
      {
        label: t('main.menu.showLog'),
        click: () => {
          actions.showLog();
        },
      },
      ...(mac ? [] : [separator, aboutItem(options)]),
    ],
  };
}
