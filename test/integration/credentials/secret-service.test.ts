import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';

const program = fileURLToPath(new URL('../../support/vault-session.ts', import.meta.url));
const tsx = createRequire(import.meta.url).resolve('tsx/cli');

/** The daemon reads the keyring's password from its input: an empty line. */
const UNLOCKED = `printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1`;
const LOCKED = 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1';

function missing(): string | undefined {
  if (process.platform !== 'linux') return 'the Secret Service is Linux’s';
  const absent = ['dbus-run-session', 'gnome-keyring-daemon'].filter(
    (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0,
  );
  if (absent.length > 0) return `${absent.join(' and ')} not installed`;
  const loaded = spawnSync(process.execPath, ['-e', "require('keytar')"], { encoding: 'utf8' });
  return loaded.status === 0 ? undefined : 'keytar does not load: libsecret-1-0 is not installed';
}

const reason = missing();
if (reason) console.log(`The tests with a real Secret Service are skipped: ${reason}.`);

interface Line {
  value?: unknown;
  error?: { code: string; detail?: string };
}

/** Runs the commands in a new process on a message bus of its own; `daemon` starts the keyring of the home. */
function session(home: string, daemon: string, commands: string): Line[] {
  const runtime = join(home, 'runtime');
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') };
  const script = `${daemon}; exec "$0" "$@"`;
  const { stdout, stderr } = spawnSync(
    'dbus-run-session',
    ['--', 'sh', '-c', script, process.execPath, tsx, program, commands],
    { env, encoding: 'utf8', timeout: 60_000 },
  );
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  if (lines.length === 0) throw new Error(stderr);
  return lines.map((line) => JSON.parse(line) as Line);
}

it.skipIf(reason)('keeps a key in the real keyring over a restart, and deletes it', { timeout: 90_000 }, () => {
  const home = temporaryFolder();
  expect(session(home, UNLOCKED, 'status,set p1 pb_real https://api.example:8443,find p1')).toEqual([
    { value: { kind: 'keychain', backend: 'secret-service', reason: null } },
    { value: null },
    { value: { secret: 'pb_real', server: 'https://api.example:8443', place: 'keychain' } },
  ]);
  expect(session(home, UNLOCKED, 'find p1,delete p1,find p1,delete p1')).toEqual([
    { value: { secret: 'pb_real', server: 'https://api.example:8443', place: 'keychain' } },
    { value: null },
    { value: null },
    { value: null },
  ]);
});

it.skipIf(reason)('does not call a key missing while the real keyring is locked', { timeout: 90_000 }, () => {
  const home = temporaryFolder();
  session(home, UNLOCKED, 'set p1 pb_real');
  const [status, found] = session(home, LOCKED, 'status,find p1');
  expect(status?.value).toMatchObject({ kind: 'session', backend: 'memory' });
  expect((status?.value as { reason: string }).reason).not.toBe('');
  expect(found?.error).toMatchObject({ code: 'vault_unavailable' });
});

it.skipIf(reason)('says honestly that there is no keychain where no bus answers', { timeout: 90_000 }, () => {
  const home = temporaryFolder();
  const [status, found, kept] = session(
    home,
    'export DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere',
    'status,find p1,set p1 pb_real',
  );
  expect(status?.value).toMatchObject({ kind: 'session', backend: 'memory' });
  expect((status?.value as { reason: string }).reason).toMatch(/connect/i);
  expect(found).toEqual({ value: null });
  expect(kept?.error).toMatchObject({ code: 'vault_unavailable' });
});
