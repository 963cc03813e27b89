import type { Rect } from '../diagram/geometry';
import { bottom, right } from '../diagram/geometry';
import type { Palette } from '../diagram/palette';
import type { Sketch } from '../diagram/sketch';
import { scaleOf, spell } from './scale';

/** What every chart is drawn with. */
export interface Paper {
  sketch: Sketch;
  palette: Palette;
  /** The area between the axes. */
  area: Rect;
}

const TEXT = 15;

/** Horizontal rules with their numbers at the left; returns where a value stands. */
export function drawValueAxis({ sketch, palette, area }: Paper, ticks: readonly number[]): (value: number) => number {
  const y = scaleOf(ticks, bottom(area), -area.h);
  for (const tick of ticks) {
    const points = [
      { x: area.x, y: y(tick) },
      { x: right(area), y: y(tick) },
    ];
    sketch.line(points, { colour: tick === 0 ? palette.soft : '#e6e8ec', width: 1 });
    const box = { x: area.x - 78, y: y(tick) - 10, w: 68, h: 20 };
    sketch.label(spell(tick), box, { size: TEXT, least: 9, colour: palette.soft, align: 'right' });
  }
  return y;
}

/** Words or numbers below the area, each in the middle of its place. */
export function drawBelow(
  { sketch, palette, area }: Paper,
  marks: readonly { x: number; text: string }[],
  width: number,
): void {
  for (const [index, { x, text }] of marks.entries()) {
    const box = { x: x - width / 2, y: bottom(area) + 8, w: width, h: 40 };
    const look = { size: TEXT, least: 9, lines: 2, colour: palette.ink };
    // a script that the typeface lacks: the place counts then
    if (!sketch.label(text, box, look)) sketch.label(`#${index + 1}`, box, look);
  }
}

export function drawTitles({ sketch, palette, area }: Paper, x: string, y: string): void {
  const look = { size: TEXT, least: 10, weight: 'bold', colour: palette.ink } as const;
  sketch.label(x, { x: area.x, y: bottom(area) + 52, w: area.w, h: 22 }, look);
  sketch.label(
    y,
    { x: area.x - 78, y: area.y - 40, w: Math.max(200, area.w * 0.5), h: 22 },
    { ...look, align: 'left' },
  );
}

/** Names of several series above the area, from the right. */
export function drawLegend(
  { sketch, palette, area }: Paper,
  names: readonly string[],
  colours: readonly string[],
): void {
  if (names.length < 2) return;
  let x = right(area);
  for (const index of names.map((_, at) => names.length - 1 - at)) {
    const name = names[index] ?? '';
    const width = Math.min(180, sketch.measure(name, TEXT) + 2);
    x -= width;
    sketch.label(
      name,
      { x, y: area.y - 40, w: width, h: 22 },
      { size: TEXT, least: 9, colour: palette.ink, align: 'left' },
    );
    x -= 20;
    sketch.rect({ x, y: area.y - 35, w: 13, h: 13 }, { fill: colours[index] ?? palette.soft, radius: 2 });
    x -= 16;
  }
}
