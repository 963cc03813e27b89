import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'opentype.js/dist/opentype.mjs';

export type Weight = 'regular' | 'bold';

/**
 * DejaVu Sans as outlines: sharp's WebAssembly build draws no SVG text, and measured text is what lets
 * every label be fitted to its box. All measures in the units of `size`.
 */
export interface Typeface {
  width(text: string, size: number, weight: Weight): number;
  /** SVG path data; (x, y) is the left end of the baseline. */
  outline(text: string, x: number, y: number, size: number, weight: Weight): string;
  /** True where every character can be drawn, and left to right one by one is how it is written. */
  supports(text: string): boolean;
}

/** Height of a capital letter, as a share of the size. */
export const CAP_HEIGHT = 0.729;

/** Scripts that join or turn around are beyond glyph by glyph, even where the font has them. */
const SIMPLE = /^[\u0020-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070-\u2265]*$/u;

const FILES: Record<Weight, string> = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };

async function loadFont(path: string) {
  const file = await readFile(path);
  const buffer = new ArrayBuffer(file.byteLength);
  new Uint8Array(buffer).set(file);
  // lowMemory reads glyphs when they are asked for: 20 ms instead of 100
  const font = parse(buffer, { lowMemory: true });
  const scale = 1 / font.unitsPerEm;

  function* layOut(text: string) {
    let x = 0;
    let previous: ReturnType<typeof font.charToGlyph> | undefined;
    for (const character of text) {
      const glyph = font.charToGlyph(character);
      if (previous) x += font.getKerningValue(previous, glyph) * scale;
      yield { glyph, x };
      x += glyph.advanceWidth * scale;
      previous = glyph;
    }
    return x;
  }

  return {
    width(text: string): number {
      const glyphs = layOut(text);
      let step = glyphs.next();
      while (!step.done) step = glyphs.next();
      return step.value;
    },
    outline(text: string, left: number, y: number, size: number): string {
      return [...layOut(text)].map(({ glyph, x }) => glyph.getPath(left + x * size, y, size).toPathData(2)).join('');
    },
    has: (character: string): boolean => font.charToGlyphIndex(character) > 0,
  };
}

/** Loads both weights at the first call, from `<resourcesDir>/fonts`. Rejects where they are not there. */
export function createTypeface(resourcesDir: string): () => Promise<Typeface> {
  let loading: Promise<Typeface> | undefined;
  const load = async (): Promise<Typeface> => {
    const [regular, bold] = await Promise.all([
      loadFont(join(resourcesDir, 'fonts', FILES.regular)),
      loadFont(join(resourcesDir, 'fonts', FILES.bold)),
    ]);
    const font = (weight: Weight) => (weight === 'bold' ? bold : regular);
    return {
      width: (text, size, weight) => font(weight).width(text) * size,
      outline: (text, x, y, size, weight) => font(weight).outline(text, x, y, size),
      supports: (text) =>
        SIMPLE.test(text) && [...text].every((character) => regular.has(character) && bold.has(character)),
    };
  };
  return () => (loading ??= load());
}
