import { bottom, clamp } from '../geometry';
import { mix } from '../palette';
import type { Widget } from '../paint';
import { block, remark } from '../paint';

const AXES = [
  ['keys', 'queries'],
  ['segments', 'heads'],
  ['source', 'target'],
  ['tokens', 'layers'],
] as const;

/** A map of cells with a few strong columns and a soft diagonal, as attention looks. */
export const heat: Widget = (paint) => {
  const { area, sketch, hue, random } = paint;
  const withBlock = area.h > area.w + 60;
  const foot = withBlock ? 62 : 0;
  const room = { w: area.w - 8, h: area.h - 24 - 22 - foot };
  const columns = area.w > area.h * 1.5 ? 14 : 8;
  const lines = 8;
  const cell = clamp(Math.min(room.w / columns, room.h / lines), 8, 34);
  const w = cell * columns;
  const h = cell * lines;
  const left = area.x + (area.w - w) / 2;
  const top = area.y + 24 + (area.h - 46 - foot - h) / 2;
  const strong = new Set([random.int(0, columns - 1), random.int(0, columns - 1)]);
  for (let row = 0; row < lines; row++)
    for (let column = 0; column < columns; column++) {
      const near = Math.exp(-(((column / columns - row / lines) * 6) ** 2));
      const share = clamp(near * 0.6 + (strong.has(column) ? 0.45 : 0) + random.between(0, 0.22), 0, 1);
      const box = { x: left + column * cell, y: top + row * cell, w: cell - 1.5, h: cell - 1.5 };
      sketch.rect(box, { fill: mix(mix(hue.fill, '#ffffff', 0.5), hue.strong, share), radius: 1.5 });
    }
  const [across, down] = random.pick(AXES);
  remark(paint, down, { x: left, y: top - 22, w, h: 16 }, 'left');
  remark(paint, across, { x: left, y: top + h + 5, w, h: 16 }, 'right');
  if (withBlock)
    block(
      paint,
      { x: area.x + area.w * 0.08, y: bottom(area) - 46, w: area.w * 0.84, h: 42 },
      random.pick(['Weighted sum', 'Row softmax', 'Pooled context']),
    );
  return area;
};
