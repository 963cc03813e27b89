import { join } from 'node:path';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { answerAsset, pictureProblem } from '../../src/main/assets/asset-answer';
import { createFileStore } from '../../src/main/assets/store';
import { isCheapSvg } from '../../src/main/assets/svg-cost';
import { thumbnail } from '../../src/main/figures/rasterize';
import { AppError } from '../../src/shared/app-error';
import { assetUrl, thumbUrl } from '../../src/shared/contract';
import { bombs } from '../support/bombs';
import { pngBytes } from '../support/pictures';
import { temporaryFolder } from '../support/temporary-folder';

// a result of a few lines stopped the window: its <img> painted 10^9 shapes, or unpacked a gigabyte

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function setUp(bytes: Uint8Array) {
  const folder = temporaryFolder();
  const store = createFileStore(join(folder, 'files'));
  const { sha256 } = await store.write(once(bytes), { maxBytes: 100_000_000 });
  const paint = vi.fn(thumbnail);
  const source = {
    ...{ state: store.state, pathOf: store.path, thumbsFolder: join(folder, 'thumbs'), thumbnail: paint },
    page: () => Promise.reject(new Error('not asked')),
  };
  return { source, sha256, paint };
}

it.each(Object.keys(bombs))(
  'does not hand %s to the window, says why, and does not try it at every look',
  async (name) => {
    const { source, sha256, paint } = await setUp(Buffer.from(bombs[name] ?? ''));
    for (const address of [assetUrl(sha256), thumbUrl(sha256, 96), thumbUrl(sha256, 240)])
      expect((await answerAsset(address, source)).status).toBe(404);
    expect((await pictureProblem(sha256, source))?.code).toBe('picture_unsafe');
    expect(paint.mock.calls.length).toBeLessThan(2);
  },
);

const gradient = '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>';
const harmless: Record<string, string> = {
  'a plot with 20,000 markers': `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="600" height="400"><defs><path id="m" d="M0 3C1 3 2 2 3 1"/></defs><g clip-path="url(#c)">${'<use xlink:href="#m" x="1" y="2" style="fill:#1f77b4"/>'.repeat(20_000)}</g><clipPath id="c"><rect width="9" height="9"/></clipPath></svg>`,
  'gradients, a blurred shadow and dashes': `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><defs>${gradient}<filter id="f"><feGaussianBlur stdDeviation="4"/></filter></defs>${'<rect fill="url(#g)" filter="url(#f)" stroke-dasharray="4 2" width="9" height="9"/>'.repeat(200)}</svg>`,
  hatches: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><pattern id="h" width="8" height="8"><path d="M0 0L8 8"/></pattern>${'<rect fill="url(#h)" width="9" height="9"/>'.repeat(50)}</svg>`,
  'names of Illustrator’s': `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;" width="9" height="9"><rect/></svg>`,
};

it.each(Object.keys(harmless))('shows %s as the drawing that it is', (name) => {
  expect(isCheapSvg(harmless[name] ?? '')).toBe(true);
});

it('shows the drawings of the demo and of the tests', () => {
  const folder = join(__dirname, '..', 'fixtures', 'composite', 'inputs');
  const drawings = readdirSync(folder).filter((name) => name.endsWith('.svg'));
  for (const name of drawings)
    expect({ name, cheap: isCheapSvg(readFileSync(join(folder, name), 'utf8')) }).toEqual({ name, cheap: true });
});

it('gives the window a picture of many pixels in fewer', async () => {
  const { source, sha256, paint } = await setUp(pngBytes(16_383, 16_383));
  paint.mockResolvedValue(pngBytes(4096, 4096));
  const answer = await answerAsset(assetUrl(sha256), source);
  expect(answer.status).toBe(200);
  expect(paint).toHaveBeenCalledWith(source.pathOf(sha256), 4096);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(pngBytes(4096, 4096));
});

it('does not give a picture to the worker again that took it down', async () => {
  const { source, sha256, paint } = await setUp(pngBytes(5000, 6000));
  paint.mockRejectedValue(new AppError('worker_failed'));
  for (let times = 0; times < 5; times += 1) expect((await answerAsset(assetUrl(sha256), source)).status).toBe(404);
  expect(paint).toHaveBeenCalledTimes(1);
  expect((await pictureProblem(sha256, source))?.code).toBe('picture_unsafe');
});

it('tries again what failed for another reason', async () => {
  const { source, sha256, paint } = await setUp(pngBytes(5000, 6000));
  paint.mockRejectedValueOnce(new AppError('canceled')).mockResolvedValue(pngBytes(1, 1));
  expect((await answerAsset(assetUrl(sha256), source)).status).toBe(404);
  expect((await answerAsset(assetUrl(sha256), source)).status).toBe(200);
});

it('opens no bomb as a panel either', async () => {
  const { openPicture } = await import('../../src/main/figures/pixels/read-picture');
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(bombs)) {
    const path = join(folder, 'bomb.svg');
    writeFileSync(path, text);
    await expect(openPicture(path), name).rejects.toMatchObject({
      data: { code: expect.stringMatching(/picture_unsafe|svg_external/) as unknown },
    });
  }
});
