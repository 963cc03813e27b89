import { join } from 'node:path';
import { app, Menu, session } from 'electron';
import { systemClock } from '../shared/clock';
import { registerSchemes, serveApp } from './app-protocol';
import { serveAssets } from './assets/protocol';
import { chooseDataFolder } from './data-folder';
import { developmentServer } from './development';
import { createFirstLoad } from './first-load';
import { answerCalls } from './ipc';
import { readLaunch } from './launch';
import { keepRunning } from './lifecycle';
import { loadBackend } from './load-backend';
import { guardWebContents, lockSession } from './security';
import { whenOnlyInstance } from './single-instance';
import { openWindow } from './window';

const devServer = developmentServer();
const page = devServer ?? 'plantain://app/index.html';
const preload = join(__dirname, '../preload/index.js');
const dataFolder = chooseDataFolder();

// Electron would build a menu of its own first, in English, only for ours to take its place
Menu.setApplicationMenu(null);
registerSchemes();
guardWebContents();

whenOnlyInstance((onSecondStart) => {
  void app.whenReady().then(() => {
    const launch = () => readLaunch(join(dataFolder, 'settings.json'), process.argv, app.getPreferredSystemLanguages());
    const open = () => openWindow({ dataFolder, page, preload, launch: launch() });

    lockSession(session.defaultSession, devServer);
    const firstLoad = createFirstLoad(systemClock);
    serveApp(session.defaultSession, join(__dirname, '../renderer'), firstLoad.progress);
    const shown = open();
    void shown.then(firstLoad.progress);
    const backend = loadBackend(firstLoad.over, { dataFolder, launch: launch(), shown });
    answerCalls(
      backend.then(({ dispatch }) => dispatch),
      devServer,
    );
    serveAssets(session.defaultSession, async (address) => (await backend).asset(address));
    keepRunning({ backend, shown, open, onSecondStart });
  });
});
