import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labelFonts } from '../../../../../src/main/figures/composite/label-fonts';
import { labelMasks, layOutLabel } from '../../../../../src/main/figures/text/label-text';

const root = join(__dirname, '../../../../..');
const fonts = () => labelFonts(join(root, 'resources'), 'boxes');

interface Case {
  params: { label_font_size?: number };
  expected: { labels: { text: string; advance: number }[] };
}
const { cases } = JSON.parse(readFileSync(join(root, 'test/fixtures/composite/cases.json'), 'utf8')) as {
  cases: Case[];
};

it('measures every label as the server did', async () => {
  const labels = cases.flatMap(({ params, expected }) =>
    expected.labels
      .filter(({ text }) => text !== '')
      .map((label) => ({ ...label, size: params.label_font_size ?? 32 })),
  );
  expect(labels.length).toBeGreaterThan(80);
  const loaded = await fonts();
  for (const { text, advance, size } of labels)
    expect((await layOutLabel(text, size, loaded)).width, text).toBe(advance);
});

it('names the letters that the server’s font lacks, once each', async () => {
  expect((await layOutLabel('图 (a) 图二', 32, await fonts())).missing).toBe('图二');
  expect((await layOutLabel('Étude Δθ Точность', 32, await fonts())).missing).toBe('');
});

it('puts letters that run from right to left in their visual order', async () => {
  const loaded = await fonts();
  const xOf = async (text: string, letter: string) => {
    const glyph = (await layOutLabel(letter, 32, loaded)).glyphs[0]?.id;
    return (await layOutLabel(text, 32, loaded)).glyphs.find(({ id }) => id === glyph)?.x ?? NaN;
  };
  expect(await xOf('(a) \u05d0\u05d1', '\u05d1')).toBeLessThan(await xOf('(a) \u05d0\u05d1', '\u05d0'));
  expect(await xOf('(a) \u05d0\u05d1', 'a')).toBeLessThan(await xOf('(a) \u05d0\u05d1', '\u05d1'));
  expect(await xOf('\u05d0 12', '1')).toBeLessThan(await xOf('\u05d0 12', '2'));
});

it('covers as much of the page as the letter does, at any scale', async () => {
  const label = await layOutLabel('.', 200, await fonts());
  const covered = (scale: number) =>
    [...labelMasks(label, 10, 300, scale)].reduce((sum, { data }) => sum + data.reduce((a, b) => a + b, 0) / 255, 0);
  const full = covered(1);
  expect(full).toBeGreaterThan(1000);
  expect(covered(0.25) * 16).toBeCloseTo(full, -1);
});
