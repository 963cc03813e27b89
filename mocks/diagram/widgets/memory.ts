import { clamp, inset } from '../geometry';
import type { Widget } from '../paint';
import { chooseSome, indexed, remark } from '../paint';

/** Slots of a memory, the chosen ones filled. */
export const memory: Widget = (paint) => {
  const { area, sketch, hue, palette, random, module } = paint;
  const columns = area.w > area.h * 1.5 ? 6 : 4;
  const gap = 7;
  const size = clamp(Math.min((area.w + gap) / columns - gap, 66), 24, 66);
  const lines = clamp(Math.floor((area.h - 30 + gap) / (size + gap)), 1, area.h > area.w ? 5 : 3);
  const count = columns * lines;
  const chosen = chooseSome(random, Math.min(count - 1, module.kept + lines - 1), count);
  const w = columns * (size + gap) - gap;
  const h = lines * (size + gap) - gap;
  const left = area.x + (area.w - w) / 2;
  const top = area.y + (area.h - 30 - h) / 2;
  for (let index = 0; index < count; index++) {
    const x = left + (index % columns) * (size + gap);
    const y = top + Math.floor(index / columns) * (size + gap);
    const box = { x, y, w: size, h: size };
    const full = chosen.has(index);
    sketch.rect(box, {
      fill: full ? hue.fill : palette.neutral,
      stroke: full ? hue.line : palette.panelLine,
      radius: 5,
      ...(!full && { dashed: true }),
    });
    if (full) sketch.label(indexed('m', index, 99), inset(box, 3), { size: 14, least: 9, colour: palette.ink });
  }
  const slots = random.pick([32, 64, 128, 256]);
  remark(paint, `k = ${slots} keys and values`, { x: area.x, y: top + h + 10, w: area.w, h: 18 });
  return area;
};
