import { readFile } from 'node:fs/promises';
import { parse } from 'opentype.js/dist/opentype.mjs';
import { openFace, type ShapingFace } from './harfbuzz';
import { firstFont } from './font-collection';
import { glyphOutline, outlineBounds, type Outline } from './outline';

export interface SizedGlyph {
  outline: Outline;
  bounds: ReturnType<typeof outlineBounds>;
}

/** A font that can be shaped and drawn. */
export interface Typeface extends ShapingFace {
  /** The file's bytes, for embedding. */
  bytes: Uint8Array;
  /** Made of TrueType's outlines, which a PDF takes as they are; else of PostScript's. */
  trueType: boolean;
  /** How far a glyph moves the pen, for one em. */
  advance(id: number): number;
  /** For one em, upwards positive: ascender and descender. */
  extents: { ascent: number; descent: number };
  /** The outline of a glyph, in pixels at a size; kept, for a label is drawn again with each preview. */
  glyph(id: number, size: number): SizedGlyph;
}

/** 'OTTO' */
const OPEN_TYPE = 0x4f54544f;
/** Outlines that are kept, over all sizes. */
const KEPT = 2000;

/**
 * Opens a font file. `hinted`: heights follow its instructions, as the server draws; without, outlines are drawn as
 * designed.
 */
export async function openTypeface(path: string, { hinted }: { hinted: boolean }): Promise<Typeface> {
  const bytes = firstFont(await readFile(path));
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  // lowMemory reads glyphs when they are asked for: 20 ms instead of 100
  const font = parse(buffer, { lowMemory: true });
  const face = await openFace(bytes);
  const glyphs = new Map<string, SizedGlyph>();
  return {
    ...face,
    bytes,
    advance: (id) => font.glyphs.get(id).advanceWidth / font.unitsPerEm,
    trueType: new DataView(buffer).getUint32(0) !== OPEN_TYPE,
    extents: { ascent: font.ascender / font.unitsPerEm, descent: font.descender / font.unitsPerEm },
    glyph(id, size) {
      const key = `${id}/${size}`;
      const known = glyphs.get(key);
      if (known) return known;
      const outline = glyphOutline(font, id, size, hinted);
      const glyph = { outline, bounds: outlineBounds(outline) };
      if (glyphs.size >= KEPT) glyphs.clear();
      glyphs.set(key, glyph);
      return glyph;
    },
  };
}
