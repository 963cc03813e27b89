import type { Rect } from '../geometry';
import { bottom, centre, clamp, right } from '../geometry';
import type { Paint, Widget } from '../paint';
import { block, chooseSome, remark } from '../paint';

function expert(paint: Paint, box: Rect, index: number, active: boolean): void {
  const { sketch, hue, palette } = paint;
  sketch.rect(box, {
    fill: active ? hue.fill : palette.neutral,
    stroke: active ? hue.line : palette.panelLine,
    radius: 5,
  });
  const colour = active ? palette.ink : palette.faint;
  sketch.label(`E${index + 1}`, box, { size: 14, least: 10, weight: active ? 'bold' : 'regular', colour });
}

/** A gate, a row of experts of which a few are active, and their sum. */
export const experts: Widget = (paint) => {
  const { area, sketch, hue, palette, random, module } = paint;
  const h = Math.min(area.h, 400);
  const top = area.y + (area.h - h) / 2;
  const count = clamp(Math.floor((area.w + 8) / 52), 3, 6);
  const gap = 8;
  const w = (area.w - (count - 1) * gap) / count;
  const boxHeight = clamp(h * 0.2, 30, 52);
  const rowTop = top + h * 0.42 - boxHeight / 2 + 6;
  const gate = { x: area.x + area.w * 0.2, y: top + h - 66, w: area.w * 0.6, h: 42 };
  const sum = { x: area.x + area.w / 2, y: top + 22 };
  const active = chooseSome(random, Math.min(module.kept, count - 1), count);
  for (let index = 0; index < count; index++) {
    const box = { x: area.x + index * (w + gap), y: rowTop, w, h: boxHeight };
    const on = active.has(index);
    const colour = on ? hue.strong : palette.panelLine;
    const middle = centre(box).x;
    const spread = gate.x + ((index + 0.5) / count) * gate.w;
    sketch.line(
      [
        { x: spread, y: gate.y },
        { x: middle, y: bottom(box) + 2 },
      ],
      { colour, width: on ? 1.8 : 1.2, arrow: on },
    );
    if (on)
      sketch.line(
        [
          { x: middle, y: box.y },
          { x: sum.x + (middle - sum.x) * 0.12, y: sum.y + 17 },
        ],
        { colour, width: 1.8 },
      );
    expert(paint, box, index, on);
  }
  sketch.circle(sum, 16, { fill: palette.neutral, stroke: palette.arrow });
  sketch.line(
    [
      { x: sum.x - 8, y: sum.y },
      { x: sum.x + 8, y: sum.y },
    ],
    { colour: palette.arrow },
  );
  sketch.line(
    [
      { x: sum.x, y: sum.y - 8 },
      { x: sum.x, y: sum.y + 8 },
    ],
    { colour: palette.arrow },
  );
  block(paint, gate, 'Gate', 'neutral');
  remark(paint, `${active.size} of ${count} active`, { x: area.x, y: bottom(gate) + 6, w: area.w, h: 18 });
  return { x: area.x, y: area.y, w: right(area) - area.x, h: area.h };
};
