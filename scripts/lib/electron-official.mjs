import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, root } from './project.mjs';
import { run } from './run.mjs';

const hour = 3_600_000;
const folder = join(root, 'node_modules', 'electron');
const { version } = createRequire(import.meta.url)(join(folder, 'package.json'));
const failureNote = () => join(cacheFolder(), `electron-${version}-not-fetched.json`);

/** The official runtime that belongs to the installed electron package, or undefined while it is not there. */
export function installedOfficial() {
  const dir = join(folder, 'dist');
  const name = read(join(folder, 'path.txt'));
  if (!name || read(join(dir, 'version'))?.replace(/^v/, '').trim() !== version) return undefined;
  const executable = join(dir, name);
  return existsSync(executable) ? { dir, executable, version, fallback: false } : undefined;
}

/**
 * Lets electron's own installer fetch the official runtime.
 * @param {{patient: boolean}} options patient where nothing else would do: no first look at the network, more time
 * @returns the runtime, or undefined where it could not be fetched
 */
export async function installOfficial({ patient }) {
  // A network that swallows packets would cost the whole limit; one connection tells in seconds.
  if (!patient && !usesOtherSource() && !(await reachable('github.com', 443, 5_000))) return undefined;
  console.log(`Fetching Electron ${version} …`);
  // The variables that point at a runtime would make the installer believe that it has nothing to do.
  const env = { ...process.env };
  for (const name of ['ELECTRON_OVERRIDE_DIST_PATH', 'ELECTRON_EXEC_PATH', 'ELECTRON_RUN_AS_NODE']) delete env[name];
  await run([process.execPath, join(folder, 'install.js')], {
    env,
    quiet: !patient,
    timeoutMs: patient ? 600_000 : 120_000,
  });
  return installedOfficial();
}

/** True where a fetch failed in the last hours: asking again at every start would only cost time. */
export function failedLately() {
  const note = read(failureNote());
  return note !== undefined && Date.now() - Number(JSON.parse(note).at) < 6 * hour;
}

/** Keeps in mind, for `failedLately`, whether the last fetch failed. */
export function rememberFailure(failed) {
  if (!failed) return rmSync(failureNote(), { force: true });
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureNote(), JSON.stringify({ at: Date.now() }));
}

/** A mirror or a proxy is set: then github.com itself says nothing about what the installer can reach. */
function usesOtherSource() {
  return Object.keys(process.env).some((name) => /electron_mirror|https?_proxy|electron_get_use_proxy/i.test(name));
}

function reachable(host, port, timeoutMs) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => end(false), timeoutMs); // also covers a name server that does not answer
    const end = (answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
