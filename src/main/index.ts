import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { registerSchemes, serveApp } from './app-protocol';
import { serveAssets } from './assets/protocol';
import { chooseDataFolder } from './data-folder';
import { refuseDebugging } from './debug-switches';
import { developmentServer } from './development';
import { watchFaults } from './faults';
import { answerCalls } from './ipc';
import { readLaunch } from './launch';
import { keepRunning } from './lifecycle';
import { loadBackend } from './load-backend';
import { setMenu } from './menu';
import { guardWebContents, lockSession } from './security';
import { whenOnlyInstance } from './single-instance';
import { createTranslate } from './translate';
import { openWindow } from './window';
import { watchPages } from './window-problems';

refuseDebugging();
const devServer = developmentServer();
const page = devServer ?? 'plantain://app/index.html';
const preload = join(__dirname, '../preload/index.js');
const dataFolder = chooseDataFolder();
watchFaults(dataFolder);

// else Electron builds one of its own first, in English
Menu.setApplicationMenu(null);
registerSchemes();
guardWebContents(devServer);

whenOnlyInstance(dataFolder, (onSecondStart) => {
  void app.whenReady().then(() => {
    const launch = () => readLaunch(join(dataFolder, 'settings.json'), process.argv, app.getPreferredSystemLanguages());
    const open = () => openWindow({ dataFolder, page, preload, launch: launch() });

    lockSession(session.defaultSession, devServer);
    serveApp(session.defaultSession, join(__dirname, '../renderer'));
    watchPages(() => backend.then(({ log }) => log));
    const shown = open();
    setMenu(createTranslate(launch().locale), dataFolder);
    const backend = loadBackend({ dataFolder, launch: launch(), shown });
    answerCalls({ dispatch: backend.then(({ dispatch }) => dispatch), devServer });
    serveAssets(session.defaultSession, async (address) => (await backend).asset(address));
    keepRunning({ backend, shown, open, onSecondStart });
  });
});
