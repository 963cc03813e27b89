import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError, root } from './project.mjs';
import { nodeTool, run } from './run.mjs';

const sources = [
  'src',
  'mocks',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const outputs = ['out/main/index.js', 'out/preload/index.js', 'out/renderer/index.html'];

/** Builds the app into out/. */
async function build() {
  const code = await run(nodeTool('electron-vite/bin/electron-vite.js', 'build'));
  if (code !== 0) throw new PlainError('The build failed; what is wrong stands above.');
}

/** Builds only where out/ is missing or older than what it is made from. */
export async function ensureBuild() {
  if (!isFresh()) await build();
}

function isFresh() {
  const built = outputs.map((file) => join(root, file));
  if (!built.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  return sources.every((name) => newest(join(root, name)) <= oldest);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
