import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { userDataFolder } from '../../../src/cli/data-folder';

it('is the window’s own folder on each system', () => {
  expect(userDataFolder({}, 'linux')).toBe(join(homedir(), '.config', 'Plantain'));
  expect(userDataFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(join('/x', 'Plantain'));
  expect(userDataFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'Plantain'));
  expect(userDataFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Plantain'));
  expect(userDataFolder({ PLANTAIN_USER_DATA: '/tmp/p' }, 'linux')).toBe('/tmp/p');
});
