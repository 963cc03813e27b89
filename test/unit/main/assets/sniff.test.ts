import sharp from 'sharp';
import { expect, it } from 'vitest';
import { looksLikePdf, sniff } from '../../../../src/main/assets/sniff';

const painted = sharp({ create: { width: 37, height: 21, channels: 3, background: '#cd3' } });
const alpha = sharp({ create: { width: 37, height: 21, channels: 4, background: '#cd38' } });

it.each([
  ['png', () => painted.clone().png().toBuffer()],
  ['jpeg', () => painted.clone().jpeg().toBuffer()],
  [
    'jpeg',
    () =>
      painted
        .clone()
        .jpeg({ progressive: true })
        .withExif({ IFD0: { Copyright: 'x'.repeat(9000) } })
        .toBuffer(),
  ],
  ['gif', () => painted.clone().gif().toBuffer()],
  ['webp', () => painted.clone().webp().toBuffer()],
  ['webp', () => painted.clone().webp({ lossless: true }).toBuffer()],
  ['webp', () => alpha.clone().webp().toBuffer()],
])('knows a real %s and its size', async (format, make) => {
  expect(sniff(await make())).toEqual({ format, mediaType: `image/${format}`, width: 37, height: 21 });
});

it('knows a JPEG whatever the server calls it, and one whose size is not there yet', () => {
  expect(sniff(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toMatchObject({
    format: 'jpeg',
    width: null,
    height: null,
  });
});

it.each([
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n<svg>',
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg width="1">',
])('knows an SVG by its root: %s', (text) => {
  expect(sniff(Buffer.from(text))).toEqual({ format: 'svg', mediaType: 'image/svg+xml', width: null, height: null });
});

it.each([
  '<!doctype html><svg/>',
  '<html><svg></svg></html>',
  '<svgx>',
  'text about <svg>',
  '<!-- <svg> -->',
  '{"detail":"Not Found"}',
  '',
  'RIFF....WAVE',
])('takes %j for nothing that it shows', (text) => {
  expect(sniff(Buffer.from(text))).toBeUndefined();
});

it('is not held up by a text made to hold it up', () => {
  expect(sniff(Buffer.from('<!---->'.repeat(2000)))).toBeUndefined();
  expect(sniff(Buffer.from('<?xml '.repeat(2500)))).toBeUndefined();
  expect(sniff(Buffer.from(`<!DOCTYPE svg ${'['.repeat(15_000)}`))).toBeUndefined();
});

it('finds a PDF header within the first 1024 bytes', () => {
  expect(sniff(Buffer.from('%PDF-1.7\n'))).toEqual({
    format: 'pdf',
    mediaType: 'application/pdf',
    width: null,
    height: null,
  });
  expect(looksLikePdf(Buffer.from(`${' '.repeat(1019)}%PDF-`))).toBe(true);
  expect(looksLikePdf(Buffer.from(`${' '.repeat(1020)}%PDF-`))).toBe(false);
});

it('stays calm at headers that are cut anywhere', async () => {
  for (const bytes of [await painted.clone().jpeg().toBuffer(), await painted.clone().webp().toBuffer()])
    for (let length = 0; length < 200; length += 1) expect(() => sniff(bytes.subarray(0, length))).not.toThrow();
});
