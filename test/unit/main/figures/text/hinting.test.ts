import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { coverOutline } from '../../../../../src/main/figures/text/coverage';
import { openTypeface, type Typeface } from '../../../../../src/main/figures/text/typeface';

let face: Typeface;
beforeAll(async () => {
  face = await openTypeface(join(__dirname, '../../../../../resources/fonts/DejaVuSans-Bold.ttf'), { hinted: true });
});

const glyphOf = (letter: string, size: number) => {
  const [glyph] = face.shape({ text: letter, start: 0, end: letter.length, rightToLeft: false }, size * 64);
  return face.glyph(glyph?.id ?? 0, size);
};

it('gives capitals the height that FreeType gives them, also where it lies just below a half', () => {
  // 1493 of 2048 units: 17.496 pixels, 1119.75 and so 1120 of their 64ths, which is a half
  expect(glyphOf('H', 24).bounds?.top).toBeCloseTo(-18, 1);
  expect(glyphOf('H', 32).bounds?.top).toBeCloseTo(-23, 1);
});

it('draws crossing strokes as FreeType does', () => {
  const { outline, bounds } = glyphOf('x', 32);
  const mask = coverOutline(outline, bounds, 0, 0);
  const row = (y: number) => [...(mask?.data.subarray(y * mask.width, (y + 1) * mask.width) ?? [])];
  // FreeType 2.13 by way of Pillow: the first row and the one in which the strokes part
  const references: [number, number[]][] = [
    [0, [7, 209, 255, 255, 255, 255, 240, 28, 0, 0, 0, 0, 0, 108, 255, 255, 255, 255, 255, 123]],
    [4, [0, 0, 0, 19, 229, 255, 255, 255, 255, 188, 44, 248, 255, 255, 255, 255, 154, 0, 0, 0]],
  ];
  for (const [y, reference] of references)
    for (const [x, covered] of reference.entries()) expect(Math.abs((row(y)[x] ?? 0) - covered)).toBeLessThan(8);
});

it('puts accents where they belong', () => {
  const [plain, accented] = [glyphOf('E', 32), glyphOf('É', 32)];
  expect(accented.bounds?.bottom).toBeCloseTo(plain.bounds?.bottom ?? NaN, 1);
  expect(accented.bounds?.top).toBeLessThan((plain.bounds?.top ?? 0) - 5);
});

it('says nothing on standard output about instructions that are not known', () => {
  const said = vi.spyOn(console, 'log');
  expect(glyphOf('ש', 32).outline.length).toBeGreaterThan(5);
  expect(said).not.toHaveBeenCalled();
});
