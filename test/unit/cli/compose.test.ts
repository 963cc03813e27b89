import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { expect, it } from 'vitest';
import { plantain } from '../../support/cli';
import { panelFile } from '../../support/panel-files';
import { temporaryFolder } from '../../support/temporary-folder';

it('composes as the server does', async () => {
  const out = join(temporaryFolder(), 'figure.png');
  const panels = [panelFile(200, 100), panelFile(100, 100)];
  const { status, err } = await plantain(['compose', ...panels, '--layout', '2x1', '--spacing', '10', '-o', out]);
  expect({ status, err }).toEqual({ status: 0, err: `Stored: ${out}\n` });
  const png = decode(readFileSync(out));
  expect([png.width, png.height]).toEqual([220, 2 * 140 + 3 * 10]);
});

it.each([
  [['compose'], /Which pictures/],
  [['compose', 'a.png'], /Where to/],
  [['compose', 'a.png', '-o', 'x.bmp'], /no ending that can be written/],
  [['compose', 'a.png', 'b.png', '-o', 'x.pdf'], /composites are PNG/],
  [['compose', 'a.png', '--bad-option', '-o', 'x.png'], /There is no option --bad-option\. See --help\./],
  [['compose', 'a.png', '-x'], /There is no option -x\./],
  [['compose', 'a.png', '-o'], /-o needs a value\./],
  [['compose', 'a.png', '--layout', '--upsample', '-o', 'x.png'], /--layout needs a value\./],
  [['compose', 'a.png', '--upsample=yes', '-o', 'x.png'], /--upsample takes no value\./],
  [
    ['compose', 'a.png', 'b.png', '--spacing', 'wide', '-o', 'x.png'],
    /--spacing needs a whole number of at least 0, not/,
  ],
  [['compose', 'a.png', 'b.png', '--spacing', '-5', '-o', 'x.png'], /--spacing needs a whole number .* not “-5”/],
  [['compose', 'a.png', 'b.png', '--width-mm', '5000', '-o', 'x.pdf'], /--width-mm needs a number from 10 to 1000/],
  [['compose', 'a.png', '--preset', 'nature', '--label-font-size', '90', '-o', 'x.pdf'], /from 1 to 72, not “90”/],
  [['compose', 'a.png', '--width-mm', '90', '--label', 'x'.repeat(501), '-o', 'x.pdf'], /text of --label is too long/],
  [['compose', 'a.png', '--preset', 'gazette', '-o', 'x.pdf'], /There are nature, elsevier/],
  [['compose', 'a.png', '-o', 'x.png'], /at least 2 panels/],
  [['compose', 'a.png', 'b.png', '--layout', '1x1', '-o', 'x.png'], /2 panels don’t fit into 1/],
  [['compose', '/nowhere/a.png', '/nowhere/b.png', '-o', '/tmp/x.png'], /The file is gone: a\.png/],
])('ends %j with 2 and one line', async (args, line) => {
  const { status, err } = await plantain(args);
  expect(status).toBe(2);
  expect(err).toMatch(line);
  expect(err.trim().split('\n')).toHaveLength(1);
});
