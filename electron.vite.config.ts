import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// Targets are written out: the defaults follow the installed Electron, and the code must also run on 25 (Node 18, Chrome 114).
const node = { target: 'node18.15', externalizeDeps: true } as const;

/**
 * The bundler keeps its helpers in the backend's file, and has every file require that, also the one that uses none:
 * the program would load all of its backend before it opens the window. A bare require binds nothing, so it can go.
 */
const leanStart: Plugin = {
  name: 'lean-start',
  generateBundle(_, bundle) {
    const start = bundle['index.js'];
    if (start?.type === 'chunk') start.code = start.code.replace(/^require\("\.\/[^"]+"\);\n/gm, '');
  },
};

export default defineConfig({
  main: {
    plugins: [leanStart],
    resolve: { alias: { 'when-exit': resolve('src/main/when-exit.ts') } },
    build: {
      ...node,
      rolldownOptions: {
        input: { index: resolve('src/main/index.ts') },
        // Electron 25 has no ESM main, and `import('sharp')` left as it is would load sharp's ESM file.
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          dynamicImportInCjs: false,
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node18.15',
      externalizeDeps: false, // a sandboxed preload can require nothing but electron
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: 'chrome114',
      minify: true,
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html') },
        // All that the first picture needs in one file, and nothing else: each file costs the start a request, and what
        // several lazy screens share (charts, editors) must not come along.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
