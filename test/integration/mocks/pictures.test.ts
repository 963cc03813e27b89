import sharp from 'sharp';
import { expect, it } from 'vitest';
import { rasterizeHere } from '../../../mocks/rasterize';
import { createMockWorld, DEMO_HEADERS } from '../../support/mock-world';

/** The real rasteriser: what is stored in the library. */
async function pictureOf(body: Record<string, unknown>): Promise<Buffer> {
  const world = createMockWorld({ speed: 0, rasterize: rasterizeHere });
  const { json } = await world.post('/api/generate', { source_context: 'A gate scores experts.', ...body });
  const path = `https://x.test/api/tasks/${String(json['task_id'])}`;
  await (await world.mock.fetch(new Request(path, { headers: DEMO_HEADERS }))).text();
  const response = await world.mock.fetch(new Request(`${path}/image`, { headers: DEMO_HEADERS }));
  return Buffer.from(await response.arrayBuffer());
}

it.each([
  ['16:9', '1K', 1024, 576],
  ['9:16', '2K', 1152, 2048],
  ['1:1', undefined, 2048, 2048],
])('makes a PNG of %s at %s, %d by %d pixels', async (aspect_ratio, image_resolution, width, height) => {
  const png = await pictureOf({
    caption: 'Figure 1: Router',
    aspect_ratio,
    ...(image_resolution && { image_resolution }),
  });
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width, height });
});

it('puts ink on white paper: most of it is paper, and there are letters and colours', async () => {
  const png = await pictureOf({
    caption: 'Figure 1: Sparse-routed encoder',
    aspect_ratio: '16:9',
    image_resolution: '1K',
  });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let white = 0;
  let dark = 0;
  let coloured = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
    if (r + g + b === 765) white++;
    if (r + g + b < 240) dark++;
    if (Math.max(r, g, b) - Math.min(r, g, b) > 40) coloured++;
  }
  const pixels = info.width * info.height;
  expect(white / pixels).toBeGreaterThan(0.4);
  expect(dark / pixels).toBeGreaterThan(0.0025);
  expect(coloured / pixels).toBeGreaterThan(0.005);
});
