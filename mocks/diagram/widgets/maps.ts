import type { Rect } from '../geometry';
import { bottom, centre, clamp, right } from '../geometry';
import type { Paint, Widget } from '../paint';
import { arrow, arrowBetween, placeOf, remark } from '../paint';

const DEPTH = 4;
const SHIFT = 6;
const SHADE = DEPTH * SHIFT;

function mapStack({ sketch, hue, palette }: Paint, box: Rect): void {
  const side = box.w - SHADE;
  for (let layer = DEPTH; layer >= 0; layer--)
    sketch.rect(
      { x: box.x + layer * SHIFT, y: box.y + layer * SHIFT, w: side, h: side },
      { fill: layer === 0 ? hue.fill : palette.paper, stroke: hue.line, radius: 3, width: 1.2 },
    );
}

/** Feature maps as stacks of squares, smaller from scale to scale. */
export const maps: Widget = (paint) => {
  const { area, random } = paint;
  const tall = area.h > area.w * 1.1;
  const along = tall ? area.h : area.w;
  const count = clamp(Math.floor(along / 105), 2, 4);
  const length = along / count;
  const across = tall ? area.w * 0.55 : area.h - 36;
  const largest = clamp(Math.min(length - 26, across), 44, 170);
  const base = random.pick([64, 96, 128]);
  const boxes = Array.from({ length: count }, (_, index): Rect => {
    const side = (largest - SHADE) * (1 - index * 0.2) + SHADE;
    const place = tall ? index : placeOf(paint, index, count);
    const middle = length * (place + 0.5);
    return tall
      ? { x: area.x + (area.w * 0.6 - side) / 2, y: area.y + middle - side / 2, w: side, h: side }
      : { x: area.x + middle - side / 2, y: area.y + (area.h - 28 - side) / 2, w: side, h: side };
  });
  boxes.forEach((box, index) => {
    mapStack(paint, box);
    const text = `${base * 2 ** index} × ${64 / 2 ** index}²`;
    const below = area.y + (area.h - 28 + largest) / 2 + 6;
    if (tall) remark(paint, text, { x: area.x + area.w * 0.6, y: centre(box).y - 9, w: area.w * 0.4, h: 18 });
    else remark(paint, text, { x: centre(box).x - length / 2 + 4, y: below, w: length - 8, h: 18 });
    const before = boxes[index - 1];
    if (!before) return;
    const x = area.x + area.w * 0.3;
    if (tall) arrow(paint, { x, y: bottom(before) + 3 }, { x, y: box.y - 3 });
    else arrowBetween(paint, before, box);
  });
  return { ...area, w: right(area) - area.x };
};
