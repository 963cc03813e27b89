import type { Paper } from './frame';
import { drawBelow, drawTitles, drawValueAxis } from './frame';
import { withAbscissa } from './kind';
import { scaleOf, spell, ticksOf } from './scale';
import type { Table } from './table';

/** Lines through points, or the points alone. */
export function drawPoints(paper: Paper, table: Table, colours: readonly string[], joined: boolean): void {
  const { sketch, palette, area } = paper;
  const { x: places, name, series } = withAbscissa(table);
  const values = series.flatMap((item) => item.values.filter((value) => value !== null));
  const y = drawValueAxis(paper, ticksOf(Math.min(...values), Math.max(...values)));
  const worded = table.about !== '';
  const ticks = worded ? [0.5, places.length + 0.5] : ticksOf(Math.min(...places), Math.max(...places), 6);
  const x = scaleOf(ticks, area.x, area.w);
  for (const [index, item] of series.entries()) {
    const colour = colours[index] ?? palette.soft;
    const points = item.values.flatMap((value, at) => (value === null ? [] : [{ x: x(places[at] ?? 0), y: y(value) }]));
    if (joined && points.length > 1) sketch.line(points, { colour, width: 2.4, round: 0 });
    if (!joined || points.length <= 40)
      for (const point of points) sketch.circle(point, joined ? 3.4 : 4.6, { fill: colour });
  }
  const slot = area.w / Math.max(1, worded ? table.categories.length : ticks.length - 1);
  const marks = worded
    ? table.categories.map((text, at) => ({ x: x(places[at] ?? 0), text }))
    : ticks.map((tick) => ({ x: x(tick), text: spell(tick) }));
  drawBelow(paper, marks, slot * 0.98);
  drawTitles(paper, name, series.length === 1 ? (series[0]?.name ?? '') : '');
}
