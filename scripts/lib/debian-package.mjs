import { copyFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * Makes a .deb from the unpacked program, without network. Its helper for the sandbox is installed setuid root, so that
 * the sandbox also works where the system forbids user namespaces to ordinary programs.
 * @param {{folder: string, destination: string, manifest: {description: string, version: string}}} options
 * @returns {Promise<string>} path of the .deb
 */
export async function makeDebianPackage({ folder, destination, manifest }) {
  const { default: makeDeb } = await import('electron-installer-debian');
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE')); // becomes the package's copyright file
  for (const name of await readdir(destination)) {
    if (name.endsWith('.deb')) await rm(join(destination, name));
  }
  const { packagePaths } = await makeDeb({
    src: folder,
    dest: destination,
    arch,
    options: {
      name: 'plantain',
      bin: 'plantain',
      productName: 'Plantain',
      genericName: 'Figures for papers',
      description: manifest.description,
      productDescription: 'From a PDF, a text or a prompt to a figure that a journal accepts; also offline, on a mock.',
      version: manifest.version,
      maintainer: 'The Plantain developers <developers@plantain.invalid>',
      section: 'science',
      categories: ['Science', 'Graphics'],
      icon: { '512x512': join(root, 'resources', 'icon.png') },
      depends: ['libasound2', 'libsecret-1-0'],
      compression: 'zstd', // xz takes minutes
    },
  });
  const file = join(destination, `plantain_${manifest.version}_${arch}.deb`);
  if (packagePaths[0] !== file) await rename(packagePaths[0], file);
  return file;
}
