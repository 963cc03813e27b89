/** The part of opentype.js 2.0 that is used; the package brings no types. */
declare module 'opentype.js/dist/opentype.mjs' {
  type PathCommand =
    | { type: 'M'; x: number; y: number }
    | { type: 'L'; x: number; y: number }
    | { type: 'Q'; x1: number; y1: number; x: number; y: number }
    | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
    | { type: 'Z' };
  interface Path {
    commands: PathCommand[];
  }
  interface Glyph {
    advanceWidth: number;
    getPath(x: number, y: number, size: number, options?: { hinting?: boolean }, font?: Font): Path;
  }
  /** A point of a glyph while it is hinted; `xo` is where it was. */
  interface HintedPoint {
    x: number;
    xo: number;
    y: number;
    yo: number;
    /** The next one on the contour that was touched; asked for only by the interpolation of those that were not. */
    nextTouched(vector: { axis: string }): HintedPoint;
  }
  interface Font {
    /** The values that instructions refer to; read anew for each size. */
    tables: { cvt?: number[] };
    hinting?: { _errorState: number; exec(glyph: Glyph, size: number): HintedPoint[] | undefined };
    unitsPerEm: number;
    ascender: number;
    descender: number;
    glyphs: { get(index: number): Glyph };
    charToGlyphIndex(character: string): number;
    charToGlyph(character: string): Glyph;
    getKerningValue(left: Glyph, right: Glyph): number;
  }
  export function parse(buffer: ArrayBuffer, options?: { lowMemory?: boolean }): Font;
}
