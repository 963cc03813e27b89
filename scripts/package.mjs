// npm run package [-- --inspectable] [--dir]: the unpacked program in dist/, and the system's own kind of package.
// --inspectable: only the unpacked program, into dist/inspectable, with a debugger allowed, for the test that drives it.
// --dir: only the unpacked program.
import { rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build as pack } from 'electron-builder';
import { ensureBuild } from './lib/build.mjs';
import { makeDebianPackage } from './lib/debian-package.mjs';
import { ensureElectron } from './lib/electron-runtime.mjs';
import { packageFiles } from './lib/package-files.mjs';
import { root, runMain } from './lib/project.mjs';
import { ensureSystemPackages, has } from './lib/system-packages.mjs';

const { platform, arch } = process;
const inspectable = process.argv.includes('--inspectable');
const dirOnly = inspectable || process.argv.includes('--dir');
const destination = join(root, 'dist', inspectable ? 'inspectable' : '');
const targets = { linux: 'linux', darwin: 'mac', win32: 'win' };

/** Each closes one way to make the signed program run something else, or read what it keeps. */
const fusesOf = (wire) => ({
  runAsNode: false, // ELECTRON_RUN_AS_NODE: anybody's script with our keychain access
  enableNodeOptionsEnvironmentVariable: false, // NODE_OPTIONS=--require …
  enableNodeCliInspectArguments: inspectable, // --inspect: a debugger inside the main process
  enableCookieEncryption: true,
  onlyLoadAppFromAsar: true,
  // Electron checks the archive's hash on macOS and Windows only; on Linux the package manager owns the files.
  enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
  loadBrowserProcessSpecificV8Snapshot: false,
  // Electron 25, the fallback, has no such fuse; no page of ours comes from file:// there either.
  ...(FuseV1Options.GrantFileProtocolExtraPrivileges in wire && { grantFileProtocolExtraPrivileges: false }),
  resetAdHocDarwinSignature: platform === 'darwin',
});

function configuration(electron, wire) {
  return {
    appId: 'dev.plantain.workbench',
    productName: 'Plantain',
    copyright: 'MIT, The Plantain developers',
    electronVersion: electron.version,
    electronDist: electron.dir,
    electronFuses: fusesOf(wire),
    npmRebuild: false, // the native modules bring their binaries
    asar: true,
    asarUnpack: ['**/*.node', 'node_modules/@img/sharp-*/**'],
    // resources/ is the program's own: electron-builder would leave out the folder that it takes for its own use
    directories: { output: destination, buildResources: 'scripts' },
    files: packageFiles(platform, arch),
    publish: null,
    // Only the fallback still holds it here: what can load any folder has no place in a package.
    afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
    linux: { executableName: 'plantain', icon: 'resources/icon.png', target: 'dir', category: 'Science' },
    mac: { icon: 'resources/icon.png', target: 'dmg', category: 'public.app-category.productivity' },
    win: { icon: 'resources/icon.png', target: 'nsis' },
  };
}

await runMain(async () => {
  const debian = platform === 'linux' && has('dpkg-deb') && !dirOnly;
  await ensureSystemPackages({ packaging: debian });
  const electron = await ensureElectron();
  await ensureBuild();
  await rm(join(destination, `${platform === 'darwin' ? 'mac' : targets[platform]}-unpacked`), {
    recursive: true,
    force: true,
  });
  await pack({
    projectDir: root,
    config: configuration(electron, await getCurrentFuseWire(electron.executable)),
    dir: dirOnly,
    [targets[platform]]: [],
  });

  if (debian) {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const file = await makeDebianPackage({ folder: join(destination, 'linux-unpacked'), destination, manifest });
    console.log(`Made ${file}`);
  }
  if (electron.fallback) {
    console.log(
      `This package holds Electron ${electron.version}, which gets no security fixes any more: it is for testing, not for release.\n` +
        'Packages for release are made where the official Electron can be fetched.',
    );
  }
  if (inspectable) console.log('A debugger may attach to this one: it is for the test that drives it, not for use.');
});
