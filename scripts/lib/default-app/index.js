'use strict';
// Stands in for Electron's own default_app.asar, which the fallback runtime lacks: `electron [flags] <folder>` loads
// the app in that folder, as the official binary does.
const { app } = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');

/** The first argument that is no flag, and the modules to load before it (`-r file`, which Playwright passes). */
function readArguments(argv) {
  const preload = [];
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i] === '-r' || argv[i] === '--require') preload.push(argv[(i += 1)]);
    else if (!argv[i].startsWith('-')) return { preload, folder: resolve(argv[i]) };
  }
  return { preload, folder: undefined };
}

/** What the official one does before the app's main runs: the app must not see the difference. */
function adopt(folder) {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return;
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), app.name));
  app.setAppPath(folder);
}

const { preload, folder } = readArguments(process.argv.slice(1));
for (const file of preload) Module._load(file, module, false);
if (folder === undefined) {
  console.error('Usage: electron [flags] <folder of the app>');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  adopt(folder);
  Module._load(folder, module, true);
}
