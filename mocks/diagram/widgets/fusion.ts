import { centre, clamp, rows } from '../geometry';
import type { Widget } from '../paint';
import { block } from '../paint';

const STREAMS: readonly (readonly string[])[] = [
  ['Text features', 'Layout features', 'Figure features'],
  ['Query', 'Key', 'Value'],
  ['Local context', 'Global context'],
  ['Dense path', 'Sparse path'],
];

/** Streams that meet in one sum and go on together. */
export const fusion: Widget = (paint) => {
  const { area, sketch, hue, palette, random } = paint;
  const h = Math.min(area.h, 420);
  const box = { ...area, y: area.y + (area.h - h) / 2, h };
  const gap = 10;
  const widthOf = (count: number): number => (area.w - gap * (count - 1)) / count;
  // every word must fit into its block at the smallest size
  const roomy = STREAMS.filter((names) =>
    names.flatMap((name) => name.split(' ')).every((word) => sketch.measure(word, 11) < widthOf(names.length) - 19),
  );
  const streams = random.pick(roomy.length > 0 ? roomy : [['Q', 'K', 'V']]);
  const [low, middle, high] = rows(box, [44, clamp(h - 150, 40, 200), 50], 6).reverse();
  if (!low || !middle || !high) return area;
  // data rises: streams below, their sum, the joint block on top
  const w = widthOf(streams.length);
  const joint = { x: high.x + high.w * 0.12, y: middle.y - 6 - 52, w: high.w * 0.76, h: 46 };
  const sum = { x: centre(middle).x, y: middle.y + middle.h * 0.42 };
  streams.forEach((stream, index) => {
    const part = { x: low.x + index * (w + gap), y: low.y, w, h: 46 };
    const spread = (centre(part).x - sum.x) * 0.1;
    sketch.line(
      [
        { x: centre(part).x, y: part.y },
        { x: sum.x + spread, y: sum.y + 18 },
      ],
      { colour: palette.arrow, arrow: true },
    );
    block(paint, part, stream, index === 0 ? 'hue' : 'neutral');
  });
  sketch.line(
    [
      { x: sum.x, y: sum.y - 16 },
      { x: sum.x, y: joint.y + joint.h + 2 },
    ],
    { colour: palette.arrow, arrow: true },
  );
  sketch.circle(sum, 16, { fill: hue.fill, stroke: hue.strong });
  sketch.line(
    [
      { x: sum.x - 8, y: sum.y },
      { x: sum.x + 8, y: sum.y },
    ],
    { colour: hue.strong },
  );
  sketch.line(
    [
      { x: sum.x, y: sum.y - 8 },
      { x: sum.x, y: sum.y + 8 },
    ],
    { colour: hue.strong },
  );
  block(paint, joint, 'Joint representation');
  return area;
};
