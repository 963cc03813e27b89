import type { Random } from '../random';
import type { Rect } from './geometry';
import { columns, rows } from './geometry';

/** Where a module stands: its place in the order of the flow, and its lane. */
export interface Cell {
  rect: Rect;
  lane: number;
}

/** How many modules stand in each lane, from the top; `split` puts two of a single lane above each other. */
export interface Arrangement {
  lanes: readonly number[];
  split: number | undefined;
}

export interface Canvas {
  w: number;
  h: number;
  ratio: number;
}

/** Drawing units of every canvas: the same area, so that letters look alike in all shapes. */
const AREA = 1_180_000;

export const MARGIN = 46;
/** A module's name stands above its panel. */
export const TITLE = 34;
const GUTTER = 58;
/** Legend and caption below. */
const FOOTER = 92;
/** Free band under a single lane for a line that leads back. */
const FEEDBACK_BAND = 40;

export function canvasFor(ratio: number): Canvas {
  const h = Math.sqrt(AREA / ratio);
  return { w: h * ratio, h, ratio };
}

/** Arrangements that suit a shape; the first number of modules comes from the lanes. */
export function pickArrangement(ratio: number, random: Random): Arrangement {
  const single = (count: number, split?: number): Arrangement => ({ lanes: [count], split });
  const lanes = (...counts: number[]): Arrangement => ({ lanes: counts, split: undefined });
  if (ratio >= 2) return random.pick([single(5), single(6), single(6, 2), single(6, 3)]);
  if (ratio >= 1.45) return random.pick([single(6, 2), single(6, 2), single(6, 3), single(5, 2), lanes(3, 3)]);
  if (ratio >= 1.05) return random.pick([lanes(3, 3), lanes(3, 2), lanes(2, 3), single(5, 2)]);
  if (ratio >= 0.9) return random.pick([lanes(3, 3), lanes(2, 2, 2), lanes(3, 2)]);
  if (ratio >= 0.7) return random.pick([lanes(2, 2, 2), lanes(2, 1, 2), lanes(1, 2, 2)]);
  return random.pick([lanes(2, 1, 2, 1), lanes(1, 2, 1, 2), lanes(2, 2, 1), lanes(2, 2, 2)]);
}

export const moduleCount = (arrangement: Arrangement): number =>
  arrangement.lanes.reduce((sum, count) => sum + count, 0);

/**
 * Panels for the modules in the order of the flow. Lanes are read like a furrow, forth and back, so that
 * neighbours in the flow are neighbours on paper and no line crosses another. `share` is a module's width.
 */
export function arrange(
  canvas: Canvas,
  arrangement: Arrangement,
  share: (index: number) => number,
  feedback: boolean,
): Cell[] {
  const band = feedback && arrangement.lanes.length === 1 ? FEEDBACK_BAND : 0;
  const area = {
    x: MARGIN,
    y: MARGIN - 12 + TITLE,
    w: canvas.w - 2 * MARGIN,
    h: canvas.h - MARGIN + 12 - TITLE - FOOTER - band,
  };
  const bands = rows(
    area,
    arrangement.lanes.map(() => 1),
    GUTTER + TITLE - 14,
  );
  const cells: Cell[] = [];
  arrangement.lanes.forEach((count, lane) => {
    const band = bands[lane];
    if (!band) return;
    const from = cells.length;
    const split = arrangement.split;
    const indices = Array.from({ length: count }, (_, index) => from + index);
    const heads = split === undefined ? indices : indices.filter((index) => index !== split + 1);
    const ordered = lane % 2 === 0 ? heads : [...heads].reverse();
    const rects = columns(band, ordered.map(share), GUTTER);
    const placed = new Map(ordered.map((index, place) => [index, rects[place] as Rect]));
    for (const index of heads) {
      const rect = placed.get(index);
      if (!rect) continue;
      if (index !== split) cells.push({ rect, lane });
      else for (const half of rows(rect, [1, 1], GUTTER + TITLE - 22)) cells.push({ rect: half, lane });
    }
  });
  return cells;
}
