import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './app';

const OUT = join(__dirname, '../../out');

test('the window opens before anything but its own file is loaded', async ({ launch }) => {
  const start = await readFile(join(OUT, 'main/index.js'), 'utf8');
  expect(start).toContain('createBackend');
  // a require at the start of a line runs with the file; those of the backend stand inside functions
  expect(start.match(/^.*require\("\.\/[^"]+"\)/gm)?.filter((line) => !/^\s/.test(line))).toEqual([]);
  const app = await launch();
  await expect(app.create.caption).toBeEditable();
});
