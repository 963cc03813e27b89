import type { Paper } from './frame';
import { drawBelow, drawTitles, drawValueAxis } from './frame';
import { binsOf } from './kind';
import { spell, ticksOf } from './scale';
import type { Table } from './table';

/** Bars with more room than this carry their value. */
const ROOM = 34;

const given = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** Groups of bars, one for each category. */
export function drawBars(paper: Paper, table: Table, colours: readonly string[]): void {
  const { sketch, palette, area } = paper;
  const values = table.series.flatMap(({ values }) => given(values));
  const y = drawValueAxis(paper, ticksOf(Math.min(0, ...values), Math.max(0, ...values)));
  const slot = area.w / Math.max(1, table.categories.length);
  const width = (slot * 0.68) / table.series.length;
  for (const [index, { values }] of table.series.entries()) {
    for (const [at, value] of values.entries()) {
      if (value === null) continue;
      const x = area.x + at * slot + slot * 0.16 + index * width;
      const top = Math.min(y(value), y(0));
      const bar = { x: x + width * 0.04, y: top, w: width * 0.92, h: Math.abs(y(value) - y(0)) };
      sketch.rect(bar, { fill: colours[index] ?? palette.soft, radius: 1 });
      if (width < ROOM) continue;
      const box = { x: x - 6, y: value < 0 ? top + bar.h + 2 : top - 22, w: width + 12, h: 20 };
      sketch.label(spell(value), box, { size: 14, least: 9, colour: palette.ink });
    }
  }
  const marks = table.categories.map((text, index) => ({ x: area.x + (index + 0.5) * slot, text }));
  drawBelow(paper, marks, slot * 0.96);
  const single = table.series.length === 1 ? table.series[0]?.name : undefined;
  drawTitles(paper, table.about, single ?? '');
}

/** How often the first series' values fall into each bin. */
export function drawHistogram(paper: Paper, table: Table, colour: string): void {
  const { sketch, area } = paper;
  const first = table.series[0];
  const { edges, counts } = binsOf(given(first?.values ?? []));
  const y = drawValueAxis(paper, ticksOf(0, Math.max(...counts)));
  const slot = area.w / counts.length;
  for (const [index, count] of counts.entries())
    sketch.rect(
      { x: area.x + index * slot, y: y(count), w: slot, h: y(0) - y(count) },
      { fill: colour, stroke: '#ffffff', width: 1 },
    );
  const marks = edges.map((edge, index) => ({ x: area.x + index * slot, text: spell(edge) }));
  drawBelow(paper, marks, slot * 0.98);
  drawTitles(paper, first?.name ?? '', 'count');
}
