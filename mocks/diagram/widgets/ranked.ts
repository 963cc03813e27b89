import { bottom, clamp } from '../geometry';
import type { Widget } from '../paint';
import { chooseSome, remark } from '../paint';

/** A list of finds: a little sheet, a score bar, the best ones strong. */
export const ranked: Widget = (paint) => {
  const { area, sketch, hue, palette, random, module, plan } = paint;
  const lines = clamp(Math.floor((area.h - 26) / 40), 2, 7);
  const step = Math.min((area.h - 26) / lines, 58);
  const top = area.y + (area.h - 26 - step * lines) / 2;
  const best = module.kept;
  const named = chooseSome(random, lines, lines);
  for (let index = 0; index < lines; index++) {
    const y = top + index * step;
    const h = Math.min(30, step - 8);
    const sheet = { x: area.x, y: y + (step - h) / 2, w: h * 0.78, h };
    const strong = index < best;
    sketch.rect(sheet, {
      fill: strong ? hue.fill : palette.paper,
      stroke: strong ? hue.line : palette.neutralLine,
      radius: 3,
    });
    for (const share of [0.3, 0.52, 0.74])
      sketch.rect(
        { x: sheet.x + h * 0.14, y: sheet.y + h * share, w: h * 0.5, h: 1.8 },
        { fill: strong ? hue.line : palette.panelLine },
      );
    const word = named.has(index) ? plan.words[index + 4] : undefined;
    const bar = { x: sheet.x + sheet.w + 12, y: y + step / 2 + 1, w: area.w - sheet.w - 12, h: 8 };
    const share = Math.max(0.14, 0.96 - index * (0.8 / lines) - random.between(0, 0.06));
    sketch.rect(bar, { fill: palette.panelLine, radius: 4 });
    sketch.rect({ ...bar, w: bar.w * share }, { fill: strong ? hue.strong : palette.neutralLine, radius: 4 });
    const text = word ?? `passage ${index + 1}`;
    if (step >= 36) remark(paint, text, { x: bar.x, y: bar.y - 17, w: bar.w, h: 14 }, 'left');
  }
  remark(paint, `best ${best} are kept`, { x: area.x, y: bottom(area) - 18, w: area.w, h: 18 });
  return area;
};
