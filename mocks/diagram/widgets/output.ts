import type { Rect } from '../geometry';
import { clamp, right } from '../geometry';
import type { Paint, Widget } from '../paint';
import { arrow, arrowBetween, block, remark } from '../paint';

const SPARE = ['results', 'method', 'layer', 'segment', 'figure', 'token'];

/** A distribution over words of the request; the first is the likeliest. */
function distribution(paint: Paint, area: Rect, lines: number): void {
  const { sketch, hue, palette, random, plan } = paint;
  const words = [...plan.words, ...SPARE].filter((word, index, all) => all.indexOf(word) === index).slice(0, lines);
  const step = area.h / (lines + 1);
  const nameWidth = clamp(area.w * 0.46, 50, 96);
  words.forEach((word, index) => {
    const y = area.y + index * step;
    const share = index === 0 ? random.between(0.82, 1) : random.between(0.55, 0.7) / index;
    remark(paint, word, { x: area.x, y, w: nameWidth - 8, h: step }, 'right');
    const bar = { x: area.x + nameWidth, y: y + step * 0.2, w: (area.w - nameWidth) * share, h: step * 0.6 };
    sketch.rect(bar, { fill: index === 0 ? hue.strong : palette.neutralLine, radius: 2 });
  });
  remark(paint, 'distribution', { x: area.x, y: area.y + lines * step, w: area.w, h: step });
}

/** The way out: two plain blocks and what they yield. No panel around it. */
export const output: Widget = (paint) => {
  const { area } = paint;
  if (area.h > area.w * 0.9) {
    const w = Math.min(area.w, 190);
    const x = area.x + (area.w - w) / 2;
    const used = Math.min(area.h, 330);
    const top = area.y + (area.h - used) / 2;
    const blocks = [
      { x, y: top, w, h: 46 },
      { x, y: top + 80, w, h: 46 },
    ] as const;
    block(paint, blocks[0], 'Linear', 'neutral');
    block(paint, blocks[1], 'Softmax', 'neutral');
    arrow(paint, { x: x + w / 2, y: top + 47 }, { x: x + w / 2, y: top + 78 });
    arrow(paint, { x: x + w / 2, y: top + 127 }, { x: x + w / 2, y: top + 158 });
    distribution(paint, { x: area.x, y: top + 168, w: area.w, h: used - 168 }, used > 290 ? 4 : 3);
    return { x, y: top, w, h: 46 };
  }
  const h = Math.min(60, area.h);
  const { reversed } = paint;
  const w = area.w * 0.32;
  const box = { x: reversed ? right(area) - w : area.x, y: area.y + (area.h - h) / 2, w, h };
  block(paint, box, 'Softmax', 'neutral');
  const list = {
    x: reversed ? area.x : right(box) + 46,
    y: area.y + (area.h - Math.min(area.h, 200)) / 2,
    w: area.w * 0.68 - 46,
    h: Math.min(area.h, 200),
  };
  arrowBetween(paint, box, list);
  distribution(paint, list, 4);
  return area;
};
