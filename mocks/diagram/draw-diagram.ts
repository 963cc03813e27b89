import type { Drawing } from '../work';
import { randomFrom } from '../random';
import type { Canvas, Cell } from './arrange';
import { drawCaption, drawLegend } from './captions';
import { drawFeedback, nameLine, route } from './connect';
import { describePlan } from './describe';
import { drawModules } from './draw-modules';
import { bottom } from './geometry';
import type { Point } from './geometry';
import { layOut } from './lay-out';
import { pickPalette } from './palette';
import { createSketch } from './sketch';
import type { PlacedText } from './sketch';
import type { Typeface } from './typeface';

export interface Diagram {
  svg: string;
  /** Pixels. */
  width: number;
  height: number;
  description: string;
  /** Below: what the picture is made of, in drawing units. */
  canvas: Canvas;
  texts: readonly PlacedText[];
  panels: readonly Cell[];
  /** Lines between modules. */
  connectors: readonly (readonly Point[])[];
}

/**
 * Draws a method diagram from a request: its words, its pages, its shape. The same drawing gives the same
 * picture; another task's seed gives another, also for the same words.
 */
export function drawDiagram(drawing: Drawing, typeface: Typeface): Diagram {
  const { canvas, pixels, plan, cells, single } = layOut(drawing, typeface);
  const palette = pickPalette(randomFrom('palette', drawing.seed));
  const sketch = createSketch(typeface);
  sketch.rect({ x: 0, y: 0, w: canvas.w, h: canvas.h }, { fill: palette.paper });
  const placed = drawModules(sketch, palette, plan, cells, drawing.seed);
  const connectors = placed.slice(1).flatMap((to, index) => {
    const from = placed[index];
    if (!from) return [];
    const points = route(from, to);
    sketch.line(points, { colour: palette.arrow, width: 2, arrow: true, round: 10 });
    nameLine(sketch, palette, points, index);
    return [points];
  });
  const { feedback } = plan;
  const from = feedback && placed[feedback.from];
  const to = feedback && placed[feedback.to];
  if (feedback && from && to) {
    const floor = Math.max(...cells.map((cell) => bottom(cell.rect)));
    const colour = palette.hues[plan.modules[feedback.from]?.hue ?? 0].strong;
    connectors.push(drawFeedback(sketch, palette, { from, to, floor }, feedback.label, colour));
  }
  drawLegend(sketch, palette, plan, canvas);
  drawCaption(sketch, palette, plan.caption, canvas);
  return {
    svg: sketch.svg(canvas, pixels),
    ...pixels,
    description: describePlan(plan, single ? 'from left to right' : 'along the numbered modules'),
    canvas,
    texts: sketch.texts,
    panels: cells,
    connectors,
  };
}
