import type { Cell } from './arrange';
import type { Point, Rect } from './geometry';
import { bottom, centre, clamp, right } from './geometry';
import type { Palette } from './palette';
import type { Sketch } from './sketch';

/** A module on paper: its cell and where lines take hold (the panel, or what stands free). */
export interface Placed extends Cell {
  hold: Rect;
  /** What is written above it; a line that comes from above goes past. */
  title: Rect | undefined;
}

const GAP = 4;

function middleOf(a: { from: number; to: number }, b: { from: number; to: number }): number {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  // no common stretch: the nearer end of the second
  return from <= to ? (from + to) / 2 : clamp((a.from + a.to) / 2, b.from + 16, b.to - 16);
}

/** Right of the title where the straight way would run through it. */
function beside(title: Rect | undefined, x: number, most: number): number {
  const hit = title !== undefined && x > title.x - 14 && x < right(title) + 14;
  return hit ? Math.min(right(title) + 18, most - 14) : x;
}

const spanY = (rect: Rect) => ({ from: rect.y, to: bottom(rect) });
const spanX = (rect: Rect) => ({ from: rect.x, to: right(rect) });

/** Points of the line from one module to the next in the flow: straight, or with one step in the gutter. */
export function route(from: Placed, to: Placed): Point[] {
  const a = from.hold;
  const b = to.hold;
  const above = bottom(a) <= b.y && Math.min(right(a), right(b)) - Math.max(a.x, b.x) > 20;
  if (above) {
    const straight = middleOf(spanX(a), spanX(b));
    const x = beside(to.title, straight, right(b));
    const start = { x, y: bottom(a) + GAP };
    const end = { x, y: b.y - GAP };
    if (!to.title || x <= right(a) - 10) return [start, end];
    // what is above does not reach so far: one step to the side, over the title
    const step = to.title.y - 14;
    return [{ ...start, x: straight }, { x: straight, y: step }, { x, y: step }, end];
  }
  const forth = centre(b).x > centre(a).x;
  const start = { x: forth ? right(a) + GAP : a.x - GAP, y: centre(a).y };
  const end = { x: forth ? b.x - GAP : right(b) + GAP, y: middleOf(spanY(a), spanY(b)) };
  const held = a.y <= end.y && end.y <= bottom(a);
  if (held) return [{ ...start, y: end.y }, end];
  const middle = (start.x + end.x) / 2;
  return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
}

const NAMES = ['h', 'z', 'q', 'x', 's', 'K, V'];

/** A letter above a line that is straight and lies, where it has room. */
export function nameLine(sketch: Sketch, palette: Palette, points: readonly Point[], index: number): void {
  const [a, b] = points;
  if (!a || !b || points.length !== 2 || a.y !== b.y || Math.abs(a.x - b.x) < 40) return;
  const box = { x: Math.min(a.x, b.x) + 2, y: a.y - 22, w: Math.abs(a.x - b.x) - 12, h: 16 };
  sketch.label(NAMES[index % NAMES.length] ?? '', box, { size: 14, least: 11, colour: palette.soft });
}

/** The dashed way back below a single lane whose lowest edge is `floor`, with its word in the middle. */
export function drawFeedback(
  sketch: Sketch,
  palette: Palette,
  way: { from: Placed; to: Placed; floor: number },
  label: string,
  colour: string,
): Point[] {
  const { from, to } = way;
  const y = way.floor + 24;
  const start = { x: centre(from.hold).x, y: bottom(from.hold) + GAP };
  const end = { x: centre(to.hold).x, y: bottom(to.hold) + GAP };
  const line = { colour, width: 1.6, dashed: true, arrow: true, round: 8 };
  const middle = (start.x + end.x) / 2;
  const points = [start, { x: start.x, y }, { x: end.x, y }, end];
  sketch.line(points, line);
  const width = sketch.measure(label, 13.5) + 16;
  const box = { x: middle - width / 2, y: y - 10, w: width, h: 20 };
  sketch.rect(box, { fill: palette.paper });
  sketch.label(label, box, { size: 13.5, colour: palette.soft });
  return points;
}
