import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import { expect, it } from 'vitest';
import { rasterize, thumbnail } from '../../../../src/main/figures/rasterize';
import { temporaryFolder } from '../../../support/temporary-folder';

function pictureFile(width: number, height: number): string {
  const file = join(temporaryFolder(), 'picture.png');
  writeFileSync(file, encode({ width, height, channels: 3, data: new Uint8Array(width * height * 3).fill(90) }));
  return file;
}

it('draws an SVG as PNG of the asked width', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><path fill="#00f" d="M0 0h16v9H0z"/></svg>';
  const png = decode(await rasterize(svg, 160));
  expect([png.width, png.height]).toEqual([160, 90]);
  expect([...png.data.slice(0, 3)]).toEqual([0, 0, 255]);
});

it('scales a picture down, and never up', async () => {
  const file = pictureFile(400, 200);
  const small = decode(await thumbnail(file, 100));
  expect([small.width, small.height]).toEqual([100, 50]);
  expect(decode(await thumbnail(file, 1000)).width).toBe(400);
});

it('refuses a file that is no picture', async () => {
  const file = join(temporaryFolder(), 'text.png');
  writeFileSync(file, 'not a picture');
  await expect(thumbnail(file, 100)).rejects.toThrow();
});
