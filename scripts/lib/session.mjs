import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { has } from './system-packages.mjs';

// The daemon reads the keyring's password from its input: an empty line creates and opens one without a password.
const script = `
printf '\\n' | XDG_RUNTIME_DIR="$PLANTAIN_KEYRING_RUNTIME" gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
exec "$@"`;

/**
 * On Linux: wraps a command into a message bus of its own with an empty, unlocked keyring, so that tests of the
 * keychain meet a real Secret Service and never the user's own. The daemon ends with the bus.
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder an existing folder for the keyring's files
 * @returns {{command: string[], env: NodeJS.ProcessEnv}} unchanged where there is no such thing
 */
export function withKeyring(command, env, folder) {
  const possible = process.platform === 'linux' && has('dbus-run-session') && has('gnome-keyring-daemon');
  if (!possible) return { command, env };
  const data = join(folder, 'data');
  const runtime = join(folder, 'runtime'); // else the daemon would find, and unlock, the one of the user's session
  for (const dir of [data, runtime]) mkdirSync(dir, { mode: 0o700 });
  return {
    command: ['dbus-run-session', '--', 'sh', '-c', script, 'sh', ...command],
    env: { ...env, XDG_DATA_HOME: data, PLANTAIN_KEYRING_RUNTIME: runtime, PLANTAIN_TEST_KEYRING: '1' },
  };
}
