import { pickPalette } from '../diagram/palette';
import { createSketch } from '../diagram/sketch';
import type { Typeface } from '../diagram/typeface';
import { randomFrom } from '../random';
import type { PlotWork } from '../work';
import { drawBars, drawHistogram } from './draw-bars';
import { drawPoints } from './draw-points';
import { drawLegend } from './frame';
import type { ChartKind } from './kind';
import { kindOf, withAbscissa } from './kind';
import { spell } from './scale';
import { tableOf } from './table';
import type { Table } from './table';

export interface Chart {
  svg: string;
  width: number;
  height: number;
  description: string;
}

const HEIGHT = 600;
const LONG_SIDE = 1600;
/** After the palette's three. */
const MORE_COLOURS = ['#8a6fb0', '#6b7280', '#b08d3e', '#3f8f8a', '#b0567d'];
const MOST_SERIES = 8;

const NAMES: Record<ChartKind, string> = {
  bar: 'a bar chart',
  line: 'a line plot',
  scatter: 'a scatter plot',
  histogram: 'a histogram',
};

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function describe(table: Table, kind: ChartKind, intent: string): string {
  const { series } = kind === 'bar' ? table : withAbscissa(table);
  const values = series.flatMap((item) => item.values.filter((value) => value !== null));
  const names = series.map(({ name }) => name).join(', ');
  const range = `from ${spell(Math.min(...values))} to ${spell(Math.max(...values))}`;
  return (
    `The diagram shows ${names} as ${NAMES[kind]} of ${plural(table.categories.length, 'row')}, ${range}. ` +
    `It was asked for as: ${intent}`
  );
}

/** Draws the chart that the words ask for, from the data alone: the same data gives the same picture. */
export function drawChart(work: Omit<PlotWork, 'kind'>, seed: string, typeface: Typeface): Chart {
  const whole = tableOf(JSON.parse(work.data));
  const table = { ...whole, series: whole.series.slice(0, MOST_SERIES) };
  const [w, h] = (work.aspectRatio ?? '').split(':').map(Number);
  const ratio = w && h ? w / h : 4 / 3;
  const canvas = { w: Math.max(420, HEIGHT * ratio), h: Math.max(HEIGHT, 420 / ratio) };
  const shape = canvas.w / canvas.h;
  const pixels =
    shape >= 1
      ? { width: LONG_SIDE, height: Math.round(LONG_SIDE / shape) }
      : { width: Math.round(LONG_SIDE * shape), height: LONG_SIDE };
  const palette = pickPalette(randomFrom('palette', seed));
  const colours = [...palette.hues.map(({ strong }) => strong), ...MORE_COLOURS];
  const sketch = createSketch(typeface);
  sketch.rect({ x: 0, y: 0, w: canvas.w, h: canvas.h }, { fill: palette.paper });
  const area = { x: 96, y: 64, w: canvas.w - 128, h: canvas.h - 150 };
  const paper = { sketch, palette, area };
  if (table.series.length === 0) {
    sketch.label('no numbers in the data', area, { size: 20, colour: palette.soft });
    const description = `The diagram shows no values: the data holds no numbers. It was asked for as: ${work.intent}`;
    return { svg: sketch.svg(canvas, pixels), ...pixels, description };
  }
  const kind = kindOf(work.intent, table);
  if (kind === 'bar') drawBars(paper, table, colours);
  else if (kind === 'histogram') drawHistogram(paper, table, colours[0] ?? palette.ink);
  else drawPoints(paper, table, colours, kind === 'line');
  const named = kind === 'bar' ? table.series : kind === 'histogram' ? [] : withAbscissa(table).series;
  drawLegend(
    paper,
    named.map(({ name }) => name),
    colours,
  );
  return { svg: sketch.svg(canvas, pixels), ...pixels, description: describe(table, kind, work.intent) };
}
