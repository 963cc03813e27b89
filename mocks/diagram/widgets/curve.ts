import type { Point } from '../geometry';
import { bottom, clamp, right } from '../geometry';
import type { Widget } from '../paint';
import { remark } from '../paint';

const FORMULAS = ['L = L₁ + λ L₂', 'L = −Σ y log p', 'min L(θ) + λ|θ|²', 'L = E‖x − y‖²'];

/** Falling curves on two axes: training with and without the method. */
export const curve: Widget = (paint) => {
  const { area, sketch, hue, palette, random } = paint;
  const h = Math.min(area.h - 30, area.w * 1.05, 300);
  const box = { x: area.x + 20, y: area.y + 30 + (area.h - 30 - h) / 2, w: area.w - 24, h: h - 22 };
  remark(paint, random.pick(FORMULAS), { x: area.x, y: box.y - 32, w: area.w, h: 20 });
  for (const share of [0.25, 0.5, 0.75])
    sketch.line(
      [
        { x: box.x, y: box.y + box.h * share },
        { x: right(box), y: box.y + box.h * share },
      ],
      { colour: palette.panelLine, width: 1 },
    );
  const falls = [
    { colour: palette.neutralLine, floor: random.between(0.3, 0.4), speed: random.between(2, 3) },
    { colour: hue.strong, floor: random.between(0.08, 0.16), speed: random.between(3.5, 5) },
  ];
  for (const { colour, floor, speed } of falls) {
    const points: Point[] = [];
    for (let step = 0; step <= 36; step++) {
      const t = step / 36;
      const shake = step === 0 ? 0 : random.between(-0.018, 0.018);
      const value = clamp(floor + (0.94 - floor) * Math.exp(-speed * t) + shake, 0.03, 0.97);
      points.push({ x: box.x + box.w * t, y: box.y + box.h * (1 - value) });
    }
    sketch.line(points, { colour, width: 2.2, round: 3 });
  }
  const ink = { colour: palette.arrow, width: 1.3 };
  sketch.line(
    [
      { x: box.x, y: box.y },
      { x: box.x, y: bottom(box) },
      { x: right(box), y: bottom(box) },
    ],
    { ...ink, round: 0 },
  );
  remark(paint, 'steps', { x: box.x, y: bottom(box) + 5, w: box.w, h: 16 }, 'right');
  remark(paint, 'loss', { x: box.x + 12, y: box.y - 8, w: 60, h: 16 }, 'left');
  ['baseline', 'ours'].forEach((name, index) => {
    const y = box.y + box.h * (1 - (falls[index]?.floor ?? 0)) - (index === 0 ? 40 : 28);
    remark(paint, name, { x: box.x + box.w / 2, y, w: box.w / 2, h: 16 }, 'right');
  });
  return area;
};
