import type { Rect } from './geometry';
import type { Kind } from './lexicon';
import type { Paint, Widget } from './paint';
import { bars } from './widgets/bars';
import { curve } from './widgets/curve';
import { experts } from './widgets/experts';
import { fusion } from './widgets/fusion';
import { graph } from './widgets/graph';
import { heat } from './widgets/heat';
import { maps } from './widgets/maps';
import { memory } from './widgets/memory';
import { noise } from './widgets/noise';
import { output } from './widgets/output';
import { ranked } from './widgets/ranked';
import { pages, prose } from './widgets/source';
import { stack } from './widgets/stack';

const WIDGETS: Record<Kind, Widget> = {
  pages,
  prose,
  stack,
  bars,
  heat,
  memory,
  experts,
  graph,
  ranked,
  maps,
  curve,
  fusion,
  noise,
  output,
};

/** What goes in and what comes out stand free; everything between has a panel. */
export const hasPanel = (kind: Kind): boolean => kind !== 'pages' && kind !== 'prose' && kind !== 'output';

/** A module's share of a lane's width. */
export const WIDTHS: Record<Kind, number> = {
  pages: 0.78,
  prose: 0.78,
  output: 0.86,
  stack: 1,
  bars: 1,
  heat: 1,
  memory: 1,
  experts: 1.12,
  graph: 1.08,
  ranked: 1,
  maps: 1.12,
  curve: 1,
  fusion: 1.1,
  noise: 1.1,
};

/** The greatest height of a panel that its picture fills well, in widths. */
export const TALLEST: Record<Kind, number> = {
  pages: 9,
  prose: 9,
  output: 9,
  stack: 9,
  bars: 1.6,
  heat: 1.45,
  memory: 1.35,
  experts: 1.35,
  graph: 1.5,
  ranked: 1.8,
  maps: 2.2,
  curve: 1.25,
  fusion: 1.4,
  noise: 2,
};

/** Draws a module's inside and returns the box at which lines take hold of it. */
export function drawModule(paint: Paint): Rect {
  return WIDGETS[paint.module.kind](paint);
}
