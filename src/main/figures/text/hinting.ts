import type { Font, HintedPoint } from 'opentype.js/dist/opentype.mjs';

/**
 * opentype.js runs a font's instructions as they were meant for screens of black and white. FreeType, and so the
 * server, has since moved points up and down only, counts in 64ths of a pixel throughout, and lets nothing move a point
 * once those between the instructed ones were interpolated. Here the interpreter is brought to do the same.
 */

const GRID = 64;
/** Makes up for the binary fraction that falls short of a half, which is rounded away from zero. */
const EPSILON = 1e-6;

const onGrid = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * GRID + EPSILON)) / GRID;

/** Heights and widths that instructions refer to, as they came with the font. */
const designed = new WeakMap<Font, readonly number[]>();
let restrained = false;

/** To be called before a glyph is hinted at a size. */
export function prepareHinting(font: Font, size: number): void {
  const { tables, unitsPerEm, hinting } = font;
  if (!hinting || !tables.cvt) return;
  const values = designed.get(font) ?? [...tables.cvt];
  designed.set(font, values);
  const scale = size / unitsPerEm;
  tables.cvt = values.map((value) => (onGrid(value * scale) + (Math.sign(value) * EPSILON) / GRID) / scale);
  // an instruction that it does not know, as in one Hebrew letter, leaves that glyph as drawn; it would say so on
  // standard output
  hinting._errorState = 1;
  if (restrained) return;
  restrained = true;
  const [point] = hinting.exec(font.charToGlyph('l'), size) ?? [];
  if (point) restrain(Object.getPrototypeOf(point) as HintedPoint);
}

const HEIGHT = Symbol('height');

/** Gives all points of the interpreter FreeType's manners. */
function restrain(prototype: HintedPoint): void {
  /** Directions in which the glyph's untouched points were interpolated. */
  const interpolated = new Set<string>();
  /** The point that is being interpolated, and the one that was last set from left to right. */
  const last: { interpolated?: HintedPoint; sideways?: HintedPoint } = {};
  const { nextTouched } = prototype;
  prototype.nextTouched = function (vector) {
    interpolated.add(vector.axis);
    last.interpolated = this;
    return nextTouched.call(this, vector);
  };
  Object.defineProperty(prototype, 'x', {
    get(this: HintedPoint) {
      return this.xo;
    },
    set(this: HintedPoint) {
      last.sideways = this;
    },
  });
  Object.defineProperty(prototype, 'y', {
    get(this: HintedPoint & { [HEIGHT]: number }) {
      return this[HEIGHT];
    },
    set(this: HintedPoint & { [HEIGHT]?: number }, value: number) {
      // a new point belongs to a new glyph
      if (this[HEIGHT] === undefined) interpolated.clear();
      // set in both directions at once: a finished part is put in its place in an accented letter
      const placed = last.sideways === this;
      delete last.sideways;
      if (placed || interpolated.size < 2 || last.interpolated === this) this[HEIGHT] = onGrid(value);
    },
  });
}
