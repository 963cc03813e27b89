/** The part of opentype.js 2.0 that is used; the package brings no types. */
declare module 'opentype.js/dist/opentype.mjs' {
  interface Path {
    toPathData(decimals: number): string;
  }
  interface Glyph {
    advanceWidth: number;
    getPath(x: number, y: number, size: number): Path;
  }
  interface Font {
    unitsPerEm: number;
    charToGlyphIndex(character: string): number;
    charToGlyph(character: string): Glyph;
    getKerningValue(left: Glyph, right: Glyph): number;
  }
  export function parse(buffer: ArrayBuffer, options?: { lowMemory?: boolean }): Font;
}
