import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { SettingsFile } from './settings-store';

/** `settings.json` in the data folder, written whole and atomically. A file that is no JSON is moved aside. */
export function openSettingsFile(dataFolder: string): SettingsFile {
  const path = join(dataFolder, 'settings.json');
  const aside = `${path}.damaged`;
  const open = (): Store => new Store({ cwd: dataFolder, name: 'settings' });
  let store: Store;
  try {
    store = open();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    renameSync(path, aside);
    store = open();
  }
  return {
    read: () => store.store,
    write(settings) {
      store.store = { ...settings };
    },
    moveAside() {
      copyFileSync(path, aside);
    },
  };
}
