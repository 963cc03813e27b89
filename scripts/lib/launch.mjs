import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './project.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * All that must be there before a window can open: system packages and an Electron runtime.
 * @param {{keychain?: boolean, figures?: boolean}} [options] also what the tests of the keychain, of figures need
 * @returns {Promise<{electron: Awaited<ReturnType<typeof ensureElectron>>, env: NodeJS.ProcessEnv, flags: string[]}>}
 * `env` for every process that starts Electron, `flags` for Electron's own command line
 */
export async function prepareLaunch(options) {
  await ensureSystemPackages({ run: true, ...options });
  const electron = await ensureElectron();
  const flags = sandboxFlags();
  if (flags.length === 0) checkSandbox(electron.dir);
  return { electron, env: electronEnv(electron), flags };
}

/** electron's own launcher and Playwright read the first variable, electron-vite only the second. */
function electronEnv({ dir, executable }) {
  const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: dir, ELECTRON_EXEC_PATH: executable };
  delete env.ELECTRON_RUN_AS_NODE; // some editors' terminals set it; the app would start as plain Node
  return env;
}

/** Chromium refuses to start its sandbox as root; for anybody else the sandbox stays on. */
export function sandboxFlags() {
  return process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
}

/** Ubuntu 24.04 and later forbid the sandbox's user namespaces to programs outside its list: say so before Electron aborts. */
function checkSandbox(dir) {
  const setting = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  if (process.platform !== 'linux' || !existsSync(setting) || readFileSync(setting, 'utf8').trim() !== '1') return;
  const helper = join(dir, 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  throw new PlainError(
    `This system lets Electron's sandbox work only through its helper program. Run this once, then start again:\n\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
  );
}
