import type { Rect } from '../geometry';
import { bottom, centre, clamp } from '../geometry';
import type { Paint, Widget } from '../paint';
import { arrow, indexed, remark } from '../paint';

const TOKEN_TEXT = 12.5;

/** Grey lines of text; the first may be a heading. */
function textLines(paint: Paint, page: Rect, heading: boolean): void {
  const { sketch, palette, random } = paint;
  const step = clamp(page.h / 11, 7, 13);
  const left = page.x + page.w * 0.14;
  const width = page.w * 0.72;
  let y = page.y + step * 1.6;
  if (heading) {
    sketch.rect({ x: left, y, w: width * 0.62, h: step * 0.5 }, { fill: palette.faint, radius: 1.5 });
    y += step * 1.5;
  }
  for (; y < bottom(page) - step * 1.4; y += step) {
    const share = random.chance(0.2) ? random.between(0.45, 0.7) : random.between(0.88, 1);
    sketch.rect({ x: left, y, w: width * share, h: step * 0.3 }, { fill: palette.panelLine, radius: 1 });
  }
}

function sheet(paint: Paint, page: Rect): void {
  paint.sketch.rect(page, { fill: paint.palette.paper, stroke: paint.palette.neutralLine, radius: 4 });
}

/** A row of tokens, as many as fit; returns its box. */
function tokens(paint: Paint, area: Rect): Rect {
  const { sketch, hue, palette, random, module } = paint;
  const size = clamp(area.w / 5.4, 24, area.h);
  const count = Math.max(3, Math.min(module.total, Math.floor((area.w + 4) / (size + 4))));
  const width = count * (size + 4) - 4;
  const left = area.x + (area.w - width) / 2;
  const letter = random.pick(['s', 'x', 't', 'w']);
  for (let index = 0; index < count; index++) {
    const box = { x: left + index * (size + 4), y: area.y, w: size, h: size };
    sketch.rect(box, { fill: hue.fill, stroke: hue.line, radius: 4 });
    const text = index === count - 2 && count > 3 ? '…' : indexed(letter, index, count);
    sketch.label(text, { ...box, x: box.x + 2, w: box.w - 4 }, { size: TOKEN_TEXT, least: 10, colour: palette.ink });
  }
  return { x: left, y: area.y, w: width, h: size };
}

function whatPages(pages: string | null): string {
  if (pages === null || pages.trim() === '') return 'all pages';
  const list = pages.replace(/\s*,\s*/g, ', ').replace(/-/g, '–');
  return /[,–]/.test(list) ? `pages ${list}` : `page ${list}`;
}

/** Stacked sheets (or one of prose), what they are, and the tokens they become. No panel around it. */
function source(paint: Paint, sheets: number, what: string): Rect {
  const { area, sketch, palette } = paint;
  const tall = area.h > area.w;
  const offset = sheets > 1 ? 9 : 0;
  const room = tall ? { w: area.w, h: area.h - 120 } : { w: Math.min(area.w * 0.42, 230), h: area.h - 30 };
  const h = clamp(Math.min(room.h, (room.w - 2 * offset) * 1.3), 50, tall ? 210 : 190);
  const w = Math.min(room.w - 2 * offset, h / 1.26);
  // tall: sheets above, tokens below; wide: side by side
  const used = tall ? h + 2 * offset + 112 : h + 2 * offset + 30;
  const top = area.y + Math.max(0, (area.h - used) / 2) + 2 * offset;
  const left = tall ? area.x + (area.w - w) / 2 - offset : area.x + (room.w - w) / 2 - offset;
  for (let index = sheets - 1; index >= 0; index--) {
    const page = { x: left + index * offset, y: top - index * offset, w, h };
    sheet(paint, page);
    if (index === 0) textLines(paint, page, true);
  }
  const labelTop = top + h + 8;
  remark(
    paint,
    what,
    tall ? { x: area.x, y: labelTop, w: area.w, h: 18 } : { x: area.x, y: labelTop, w: room.w, h: 18 },
  );
  const middle = left + w / 2 + offset / 2;
  if (tall) {
    arrow(paint, { x: middle, y: labelTop + 24 }, { x: middle, y: labelTop + 56 });
    const row = tokens(paint, { x: area.x, y: labelTop + 60, w: area.w, h: 34 });
    return row;
  }
  const from = left + w + 2 * offset + 8;
  const rest = { x: area.x + room.w + 34, y: top + h / 2 - 22, w: area.w - room.w - 34, h: 44 };
  const row = tokens(paint, rest);
  remark(paint, 'token embeddings', { x: row.x, y: bottom(row) + 8, w: row.w, h: 18 });
  sketch.line(
    [
      { x: from, y: centre(row).y },
      { x: row.x - 6, y: centre(row).y },
    ],
    { colour: palette.arrow, arrow: true },
  );
  return { ...row, h: row.h + 28 };
}

export const pages: Widget = (paint) => source(paint, 3, whatPages(paint.plan.pages));

export const prose: Widget = (paint) => source(paint, 1, 'source text');
