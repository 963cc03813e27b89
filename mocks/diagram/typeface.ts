import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'opentype.js/dist/opentype.mjs';
import type { Path } from 'opentype.js/dist/opentype.mjs';

export type Weight = 'regular' | 'bold';

export interface PlacedGlyph {
  /** Names the glyph's outline, in either weight; a good XML id. */
  key: string;
  x: number;
}

/**
 * DejaVu Sans as outlines: sharp's WebAssembly build draws no SVG text, and measured text is what lets
 * every label be fitted to its box. All measures in the units of `size`.
 */
export interface Typeface {
  width(text: string, size: number, weight: Weight): number;
  /** The glyphs of a text with their places along the baseline, in thousandths of the size. */
  glyphs(text: string, weight: Weight): readonly PlacedGlyph[];
  /** A glyph's outline as SVG path data, at a size of 1000. */
  outline(key: string): string;
  /** True where every character can be drawn, and left to right one by one is how it is written. */
  supports(text: string): boolean;
}

/** Height of a capital letter, as a share of the size. */
export const CAP_HEIGHT = 0.729;

/** Scripts that join or turn around are beyond glyph by glyph, even where the font has them. */
const SIMPLE = /^[\u0020-\u024f\u0370-\u052f\u1d00-\u1dbf\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070-\u2265]*$/u;

const FILES: Record<Weight, string> = { regular: 'DejaVuSans.ttf', bold: 'DejaVuSans-Bold.ttf' };

/** Written here, for opentype.js 2.0 glues a small negative number that rounds to zero to the one before it. */
function pathData(path: Path): string {
  return path.commands
    .map((command) => {
      const { type, ...points } = command;
      const { x1, y1, x2, y2, x, y } = points as Partial<Record<'x1' | 'y1' | 'x2' | 'y2' | 'x' | 'y', number>>;
      const numbers = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
      return type + numbers.map((value) => Math.round(value) || 0).join(' ');
    })
    .join('');
}

async function loadFont(path: string, prefix: string) {
  const file = await readFile(path);
  const buffer = new ArrayBuffer(file.byteLength);
  new Uint8Array(buffer).set(file);
  // lowMemory reads glyphs when they are asked for: 20 ms instead of 100
  const font = parse(buffer, { lowMemory: true });
  const scale = 1 / font.unitsPerEm;
  const outlines = new Map<string, string>();

  function* layOut(text: string) {
    let x = 0;
    let previous: ReturnType<typeof font.charToGlyph> | undefined;
    for (const character of text) {
      const glyph = font.charToGlyph(character);
      if (previous) x += font.getKerningValue(previous, glyph) * scale;
      yield { glyph, character, x };
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
    glyphs(text: string): PlacedGlyph[] {
      return [...layOut(text)].map(({ character, x }) => ({
        key: `${prefix}${character.codePointAt(0) ?? 0}`,
        x: Math.round(x * 1000),
      }));
    },
    outline(key: string): string {
      const known = outlines.get(key);
      if (known !== undefined) return known;
      const glyph = font.charToGlyph(String.fromCodePoint(Number(key.slice(prefix.length))));
      const data = pathData(glyph.getPath(0, 0, 1000));
      outlines.set(key, data);
      return data;
    },
    has: (character: string): boolean => font.charToGlyphIndex(character) > 0,
  };
}

/** Loads both weights at the first call, from `<resourcesDir>/fonts`. Rejects where they are not there. */
export function createTypeface(resourcesDir: string): () => Promise<Typeface> {
  let loading: Promise<Typeface> | undefined;
  const load = async (): Promise<Typeface> => {
    const [regular, bold] = await Promise.all([
      loadFont(join(resourcesDir, 'fonts', FILES.regular), 'r'),
      loadFont(join(resourcesDir, 'fonts', FILES.bold), 'b'),
    ]);
    const font = (weight: Weight) => (weight === 'bold' ? bold : regular);
    return {
      width: (text, size, weight) => font(weight).width(text) * size,
      glyphs: (text, weight) => font(weight).glyphs(text),
      outline: (key) => (key.startsWith('b') ? bold : regular).outline(key),
      supports: (text) =>
        SIMPLE.test(text) && Array.from(text).every((character) => regular.has(character) && bold.has(character)),
    };
  };
  return () => (loading ??= load());
}
