import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(__dirname, '../..');

/**
 * The command line in one file, for tests that start it often: from its source it takes half a second longer each time.
 * Gives the file, and a way to remove it.
 */
export async function bundleCli(): Promise<{ file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'plantain-cli-'));
  // what is not bundled (native modules) is found where the source finds it
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'src/cli/index.ts'),
      outDir: join(folder, 'out/cli'),
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'index.cjs', chunkFileNames: '[name].cjs' } },
    },
  });
  return {
    file: join(folder, 'out/cli/index.cjs'),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
