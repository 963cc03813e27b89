import { clamp } from '../geometry';
import { mix } from '../palette';
import type { Widget } from '../paint';
import { arrow, arrowBetween, placeOf, remark } from '../paint';

const CELLS = 7;

/** From noise to form, step by step: squares of cells that settle into a shape. */
export const noise: Widget = (paint) => {
  const { area, sketch, hue, palette, random } = paint;
  const tall = area.h > area.w * 1.1;
  const count = clamp(Math.floor((tall ? area.h : area.w) / 104), 2, 4);
  const gap = 34;
  const length = tall ? area.h - 10 : area.w;
  const side = clamp(Math.min((length - gap * (count - 1)) / count, tall ? area.w * 0.6 : area.h - 30), 40, 170);
  const used = side * count + gap * (count - 1);
  const start = (length - used) / 2;
  for (let index = 0; index < count; index++) {
    const place = tall ? index : placeOf(paint, index, count);
    const along = start + place * (side + gap);
    const x = tall ? area.x + (area.w * 0.74 - side) / 2 : area.x + along;
    const y = tall ? area.y + along : area.y + (area.h - 24 - side) / 2;
    const clean = index / (count - 1);
    const cell = side / CELLS;
    for (let pixel = 0; pixel < CELLS * CELLS; pixel++) {
      const column = pixel % CELLS;
      const row = Math.floor(pixel / CELLS);
      const form = Math.hypot(column - 3, row - 3) < 2.4 ? 0.95 : 0.08;
      const share = form * clean + random.next() * (1 - clean);
      const box = { x: x + column * cell, y: y + row * cell, w: cell + 0.3, h: cell + 0.3 };
      sketch.rect(box, { fill: mix(hue.fill, hue.strong, clamp(share, 0, 1)) });
    }
    sketch.rect({ x, y, w: side, h: side }, { stroke: palette.neutralLine, width: 1.2 });
    const text = index === 0 ? 'noise' : index === count - 1 ? 'x₀' : 'xₜ';
    if (tall) remark(paint, text, { x: area.x + area.w * 0.74, y: y + side / 2 - 9, w: area.w * 0.26, h: 18 });
    else remark(paint, text, { x: x - 8, y: y + side + 6, w: side + 16, h: 18 });
    if (index === count - 1) continue;
    if (tall) arrow(paint, { x: x + side / 2, y: y + side + 4 }, { x: x + side / 2, y: y + side + gap - 4 });
    else {
      const next = paint.reversed ? x - side - gap : x + side + gap;
      arrowBetween(paint, { x, y, w: side, h: side }, { x: next, y, w: side, h: side });
    }
  }
  return area;
};
