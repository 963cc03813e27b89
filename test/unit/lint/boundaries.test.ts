import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

// The real configuration, without the rules that need a file on disk and its types.
const eslint = new ESLint({
  overrideConfig: [{ ...tseslint.configs.disableTypeChecked, files: ['**/*.{ts,tsx}'] }],
  ruleFilter: ({ ruleId }) => ruleId === 'plantain/folder-boundaries' || ruleId === 'no-restricted-syntax',
});

/** Messages that the code gets where it stands in the file of that name. */
async function complaints(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  if (!result) throw new Error(`${file} is not linted at all`);
  return result.messages.map(({ message }) => message);
}

it.each([
  ['the renderer imports electron', 'src/renderer/create/form.tsx', `import { shell } from 'electron';`],
  ['the renderer imports a Node module', 'src/renderer/api.ts', `import { join } from 'path';`],
  ['the renderer imports main', 'src/renderer/app.tsx', `import { openWindow } from '../main/window';`],
  ['the renderer loads the mock', 'src/renderer/app.tsx', `void import('../../mocks/provider');`],
  ['one screen imports another', 'src/renderer/create/form.tsx', `import { Queue } from '../queue/queue';`],
  ['shared imports a Node module', 'src/shared/job.ts', `import { readFile } from 'node:fs';`],
  ['shared imports a package besides zod', 'src/shared/job.ts', `import { create } from 'zustand';`],
  ['shared takes a type from main', 'src/shared/job.ts', `import type { Store } from '../main/assets/store';`],
  ['jobs import a provider', 'src/main/jobs/poller.ts', `import { paperbanana } from '../providers/paperbanana';`],
  ['jobs import electron', 'src/main/jobs/poller.ts', `const { app } = require('electron');`],
  ['jobs re-export the http client', 'src/main/jobs/poller.ts', `export * from '../http/client';`],
  ['the image worker imports electron', 'src/main/figures/render-worker.ts', `import { app } from 'electron';`],
  ['main holds the mock from the start', 'src/main/handlers.ts', `import { mockFetch } from '../../mocks/provider';`],
  ['the preload imports a package', 'src/preload/index.ts', `import { z } from 'zod';`],
  ['the command line imports a window', 'src/cli/index.ts', `import { openWindow } from '../main/window';`],
  ['the mock imports the app', 'mocks/provider.ts', `import { httpClient } from '../src/main/http/client';`],
])('complains when %s', async (_, file, code) => {
  expect(await complaints(file, code)).toEqual([expect.stringContaining('may not be imported here.')]);
});

it.each([
  ['main opens a channel of its own', 'src/main/menu.ts', `import { ipcMain } from 'electron';`],
  ['main reaches the untyped side by its module', 'src/main/menu.ts', `electron.ipcMain.on('x', run);`],
  ['main sends to a page past the contract', 'src/main/window.ts', `view.webContents.send('x');`],
  ['a handler answers past the contract', 'src/main/handlers.ts', `event.sender.send('x');`],
])('complains when %s', async (_, file, code) => {
  expect(await complaints(file, code)).toEqual([expect.stringContaining('only way between renderer and main')]);
});

it('complains when markup is set as text', async () => {
  const code = `export const View = () => <p dangerouslySetInnerHTML={{ __html: x }} />;`;
  expect(await complaints('src/renderer/queue/view.tsx', code)).toEqual([expect.stringContaining('become markup')]);
});

it.each([
  ['the renderer imports shared and React', 'src/renderer/app.tsx', `import 'react'; import '../shared/job';`],
  ['app.tsx imports a screen', 'src/renderer/app.tsx', `import { Queue } from './queue/queue';`],
  ['a screen imports the form parts', 'src/renderer/create/form.tsx', `import { Field } from '../forms/field';`],
  ['jobs import the Provider interface', 'src/main/jobs/poller.ts', `import '../providers/provider';`],
  ['a provider imports http', 'src/main/providers/paperbanana.ts', `import '../http/client';`],
  ['the command line imports the services', 'src/cli/call.ts', `import { createServices } from '../main/services';`],
  ['main loads the mock when asked to', 'src/main/handlers.ts', `void import('../../mocks/provider');`],
  ['ipc.ts opens the channels', 'src/main/ipc.ts', `import { ipcMain } from 'electron'; page.webContents.send('x');`],
  ['the preload opens the bridge', 'src/preload/index.ts', `import { ipcRenderer } from 'electron';`],
  ['the asset scheme uses electron', 'src/main/assets/protocol.ts', `import { protocol } from 'electron';`],
])('says nothing when %s', async (_, file, code) => {
  expect(await complaints(file, code)).toEqual([]);
});
