import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The window's folder of data, where Electron puts it (`appData` of each system), without asking Electron. */
export function userDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  const wish = env['PLANTAIN_USER_DATA'];
  if (wish) return resolve(wish);
  switch (platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Plantain');
    case 'win32':
      return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Plantain');
    default:
      return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Plantain');
  }
}
