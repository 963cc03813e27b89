import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/**
 * File patterns for the packaged app: what was built, and the native modules in `dependencies` with all that they
 * need, for one system only. Everything else of node_modules is bundled into out/ or is a tool.
 * @param {NodeJS.Platform} platform
 * @param {string} arch Node's name for it: x64, arm64
 * @returns {string[]}
 */
export function packageFiles(platform, arch) {
  const modules = [...closure(Object.keys(read(join(root, 'package.json')).dependencies), platform)];
  const prebuild = `${platform}-${arch}`;
  return [
    'package.json',
    'out/**',
    'resources/{fonts,sample}/**',
    'resources/journals.json',
    '!node_modules',
    ...modules.map((name) => `node_modules/${name}/**`),
    // What only matters to those who build or read a module; licences stay.
    '!node_modules/node-addon-api',
    '!node_modules/**/{src,test,script,scripts,docs,binding.gyp,{README,CHANGELOG,SECURITY}.md,*.map,*.d.ts,*.d.cts,*.d.mts}',
    // Binaries for other systems; the copy in keytar's build folder is the same file as its prebuild.
    '!node_modules/{keytar,@photostructure/sqlite}/prebuilds/*/**',
    `node_modules/{keytar,@photostructure/sqlite}/prebuilds/${prebuild}/**`,
    '!node_modules/@photostructure/sqlite/prebuilds/*/*.musl.node', // Electron itself needs glibc
    '!node_modules/keytar/build',
    // HarfBuzz is called by its WebAssembly alone.
    '!node_modules/harfbuzzjs/dist/{*.mjs,*.js}',
    // PDFium's builds for browsers; Node takes index.cjs or index.esm.js and the .wasm file.
    '!node_modules/@hyzyla/pdfium/dist/{*base64*,*browser*,*cdn*,*worker*,worker}',
  ];
}

/** Names of the modules and of all they depend on, as far as they are meant for this system. */
function closure(names, platform, from = root, found = new Set()) {
  for (const name of names) {
    if (found.has(name) || !suits(name, platform)) continue;
    const folder = locate(name, from);
    if (!folder) continue; // an optional one for another system: npm left it out
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = read(join(folder, 'package.json'));
    closure([...Object.keys(dependencies), ...Object.keys(optionalDependencies)], platform, folder, found);
  }
  return found;
}

/** sharp's native build crashes inside Electron on Linux (lovell/sharp#4522), so WebAssembly goes there, native elsewhere. */
function suits(name, platform) {
  if (!name.startsWith('@img/sharp-')) return true;
  const isWasm = name === '@img/sharp-wasm32';
  return platform === 'linux' ? isWasm : !isWasm;
}

function locate(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (folder === root || folder === dirname(folder)) return undefined;
  }
}
