import type { Rect } from '../geometry';
import { bottom, centre, clamp, right } from '../geometry';
import type { Paint, Widget } from '../paint';
import { arrow, arrowBetween, block, placeOf, remark } from '../paint';

const GAP = 26;
const SKIP = 26;

const isNorm = (text: string): boolean => /norm|dropout/i.test(text);

/** A thin line around a block, from before it to behind the normalisation that takes it in. */
function skipLine({ sketch, palette }: Paint, from: Rect, to: Rect): void {
  const x = right(from) + SKIP - 8;
  const start = { x: from.x + from.w / 2, y: bottom(from) + GAP * 0.45 };
  const end = { x: right(to) + 1, y: centre(to).y };
  sketch.line([start, { x, y: start.y }, { x, y: end.y }, end], {
    colour: palette.arrow,
    width: 1.2,
    arrow: true,
    round: 5,
  });
}

/** Blocks on top of each other; data rises, as these figures are drawn. */
function upright(paint: Paint, blocks: readonly string[]): void {
  const { area, module } = paint;
  const foot = blocks.some((text) => /add/i.test(text)) ? 36 : 22;
  const room = area.h - foot;
  const most = Math.max(2, Math.floor((room + GAP) / (40 + GAP)));
  const shown = blocks.slice(0, most);
  const skips = shown.some((text, index) => index > 0 && /add/i.test(text));
  const h = clamp((room - (shown.length - 1) * GAP) / shown.length, 34, 64);
  const gap = clamp((room - shown.length * h) / Math.max(1, shown.length - 1), GAP, 64);
  const total = shown.length * h + (shown.length - 1) * gap;
  const w = Math.min(area.w - (skips ? 2 * SKIP : 0), 250);
  const x = area.x + (area.w - w) / 2;
  const base = area.y + (room - total) / 2 + total;
  const boxes = shown.map((_, index) => ({ x, y: base - h - index * (h + gap), w, h }));
  boxes.forEach((box, index) => {
    block(paint, box, shown[index] ?? '', isNorm(shown[index] ?? '') ? 'neutral' : 'hue');
    const below = boxes[index - 1];
    if (!below) return;
    arrow(paint, { x: x + w / 2, y: below.y - 1 }, { x: x + w / 2, y: bottom(box) + 2 });
    if (/add/i.test(shown[index] ?? '')) skipLine(paint, below, box);
  });
  remark(paint, `× ${module.repeat}`, { x: area.x, y: bottom(area) - 16, w: area.w, h: 16 }, 'right');
}

/** Blocks beside each other, for a panel that lies. */
function lying(paint: Paint, blocks: readonly string[]): void {
  const { area, module } = paint;
  const gap = 28;
  const most = clamp(Math.floor((area.w + gap) / (96 + gap)), 2, 5);
  const shown = blocks.slice(0, most);
  const w = (area.w - (shown.length - 1) * gap) / shown.length;
  const h = clamp(area.h * 0.5, 44, 112);
  const y = area.y + (area.h - h) / 2;
  const boxes = shown.map((_, index) => ({ x: area.x + placeOf(paint, index, shown.length) * (w + gap), y, w, h }));
  boxes.forEach((box, index) => {
    block(paint, box, shown[index] ?? '', isNorm(shown[index] ?? '') ? 'neutral' : 'hue');
    const before = boxes[index - 1];
    if (before) arrowBetween(paint, before, box);
  });
  remark(paint, `× ${module.repeat}`, { x: area.x, y: bottom(area) - 14, w: area.w, h: 14 }, 'right');
}

export const stack: Widget = (paint) => {
  const { area, module } = paint;
  if (area.h > area.w * 0.75 || area.w < 250) upright(paint, module.blocks);
  else lying(paint, module.blocks);
  return area;
};
