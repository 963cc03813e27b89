import type { Random } from '../random';
import type { Point, Rect } from './geometry';
import { inset } from './geometry';
import type { Hue, Palette } from './palette';
import type { Module, Plan } from './plan';
import type { Sketch } from './sketch';

/** What the picture inside a module is drawn with. */
export interface Paint {
  sketch: Sketch;
  /** The inside of the panel: nothing is drawn beyond it. */
  area: Rect;
  hue: Hue;
  palette: Palette;
  random: Random;
  module: Module;
  plan: Plan;
  /** The flow runs from right to left here. */
  reversed: boolean;
}

/** Draws one module's inside; returns where lines may take hold of what has no panel around it. */
export type Widget = (paint: Paint) => Rect;

const SMALL = 13;
const BODY = 15.5;

/** A block with its label. */
export function block(
  { sketch, hue, palette }: Paint,
  rect: Rect,
  text: string,
  look: 'hue' | 'neutral' = 'hue',
): void {
  const [fill, stroke] = look === 'hue' ? [hue.fill, hue.line] : [palette.neutral, palette.neutralLine];
  sketch.rect(rect, { fill, stroke, radius: 6 });
  sketch.label(text, inset(rect, 9, 4), { size: BODY, least: 11, lines: 2, colour: palette.ink });
}

/** A small grey remark. */
export function remark(
  { sketch, palette }: Paint,
  text: string,
  box: Rect,
  align: 'left' | 'centre' | 'right' = 'centre',
): void {
  sketch.label(text, box, { size: SMALL, least: 10, colour: palette.soft, align });
}

export function arrow({ sketch, palette }: Paint, from: Point, to: Point): void {
  sketch.line([from, to], { colour: palette.arrow, arrow: true });
}

/** The place, counted from the left, of the `index`th of `count` things that follow one another. */
export function placeOf({ reversed }: Paint, index: number, count: number): number {
  return reversed ? count - 1 - index : index;
}

/** An arrow from one box to its neighbour beside it, whichever side that is. */
export function arrowBetween(paint: Paint, from: Rect, to: Rect): void {
  const y = from.y + from.h / 2;
  const forth = to.x > from.x;
  arrow(paint, { x: forth ? from.x + from.w + 2 : from.x - 2, y }, { x: forth ? to.x - 3 : to.x + to.w + 3, y });
}

const DIGITS = '₀₁₂₃₄₅₆₇₈₉';

/** s₁, s₂, … sₙ: the last of `count` is the nth. */
export function indexed(letter: string, index: number, count: number): string {
  if (index === count - 1) return `${letter}ₙ`;
  return letter + String(index + 1).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? '');
}

export function chooseSome(random: Random, kept: number, total: number): ReadonlySet<number> {
  return new Set(random.shuffle(Array.from({ length: total }, (_, index) => index)).slice(0, kept));
}
