import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const RENDERER = resolve('out/renderer');

/** The files that the first screen needs: what index.html names and what those scripts import statically. */
async function initialFiles() {
  const html = await readFile(join(RENDERER, 'index.html'), 'utf8');
  const files = new Set();
  const add = async (file) => {
    if (files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    const text = await readFile(file, 'utf8');
    for (const [, name] of text.matchAll(/(?:^|[;}\s])import\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+)["']/g))
      await add(join(dirname(file), name));
  };
  for (const [, name] of html.matchAll(/(?:src|href)="(\.?\/?[^"]+\.(?:js|css))"/g)) await add(join(RENDERER, name));
  return [...files];
}

export async function measure() {
  let gzip = 0;
  for (const file of await initialFiles()) gzip += gzipSync(await readFile(file), { level: 9 }).byteLength;
  return {
    'bundle.preloadBytes': (await stat(resolve('out/preload/index.js'))).size,
    'bundle.rendererInitialGzipBytes': gzip,
  };
}
