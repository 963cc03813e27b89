import { createSketch } from './diagram/sketch';
import type { Typeface } from './diagram/typeface';
import type { CompositeWork } from './work';

/** A figure as vectors, with its size in pixels. */
export interface Vector {
  svg: string;
  width: number;
  height: number;
  description: string;
}

/** Pixels of the longer side beyond which a figure is made smaller as a whole. */
const MOST = 4096;

export const autoLabel = (index: number): string =>
  `(${index < 26 ? '' : String.fromCharCode(96 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))})`;

/** Panels in rows and columns, each in the middle of its cell, with its label above or below. */
export function compose(work: CompositeWork, panels: readonly Vector[], typeface: Typeface): Vector {
  const { rows, columns, spacing, fontSize } = work;
  const cell = {
    w: Math.max(...panels.map(({ width }) => width)),
    h: Math.max(...panels.map(({ height }) => height)),
  };
  const line = Math.ceil(fontSize * 1.5);
  const w = columns * (cell.w + spacing) + spacing;
  const h = rows * (cell.h + line + spacing) + spacing;
  const sketch = createSketch(typeface);
  sketch.rect({ x: 0, y: 0, w, h }, { fill: '#ffffff' });
  const placed = panels.map((panel, index) => {
    const x = spacing + (index % columns) * (cell.w + spacing);
    const y = spacing + Math.floor(index / columns) * (cell.h + line + spacing);
    const top = work.labelPosition === 'top';
    const box = { x, y: top ? y : y + cell.h, w: cell.w, h: line };
    sketch.label(work.labels[index] ?? '', box, {
      size: fontSize,
      least: fontSize / 2,
      weight: 'bold',
      colour: '#111111',
    });
    const at = {
      x: x + Math.round((cell.w - panel.width) / 2),
      y: y + (top ? line : 0) + Math.round((cell.h - panel.height) / 2),
    };
    // glyph outlines have the same names in all sketches, and are the same
    return panel.svg.replace('<svg ', `<svg x="${at.x}" y="${at.y}" `);
  });
  const shrink = Math.min(1, MOST / Math.max(w, h));
  const pixels = { width: Math.round(w * shrink), height: Math.round(h * shrink) };
  const svg = sketch.svg({ w, h }, pixels).replace('</svg>', `${placed.join('')}</svg>`);
  const labels = work.labels.filter(Boolean).join(', ');
  return {
    svg,
    ...pixels,
    description: `The figure shows ${panels.length} panels in a ${rows}x${columns} grid: ${labels}`,
  };
}
