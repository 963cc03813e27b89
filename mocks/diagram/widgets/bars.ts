import type { Rect } from '../geometry';
import { bottom, centre, clamp, inset, rows } from '../geometry';
import type { Paint, Widget } from '../paint';
import { block, chooseSome, indexed, remark } from '../paint';

const FORMULAS = ['gᵢ = σ(q · hᵢ)', 'g = softmax(Wx)', 'aᵢ = qᵀkᵢ / √d', 'sᵢ = cos(u, vᵢ)'];

/** Score bars with a threshold; what passes it is strong. */
function chart(paint: Paint, area: Rect, labelled: boolean): void {
  const { sketch, hue, palette, random, module } = paint;
  const total = module.total;
  const foot = labelled ? 22 : 0;
  const floor = bottom(area) - foot;
  const height = area.h - foot;
  const step = (area.w - 18) / total; // the threshold's letter stands at the right
  const threshold = floor - height * 0.58;
  const kept = chooseSome(random, module.kept, total);
  for (let index = 0; index < total; index++) {
    const strong = kept.has(index);
    const share = strong ? random.between(0.72, 0.98) : random.between(0.16, 0.48);
    const bar = { x: area.x + step * (index + 0.2), y: floor - height * share, w: step * 0.6, h: height * share };
    sketch.rect(bar, { fill: strong ? hue.strong : palette.panelLine, radius: 2 });
    if (!labelled || !strong) continue;
    const chip = { x: bar.x + bar.w / 2 - 14, y: floor + 4, w: 28, h: 18 };
    sketch.rect(chip, { fill: hue.fill, stroke: hue.line, radius: 3, width: 1 });
    sketch.label(indexed('s', index, 99), inset(chip, 2), { size: 11, least: 9, colour: palette.ink });
  }
  const end = area.x + area.w;
  sketch.line(
    [
      { x: area.x, y: threshold },
      { x: end - 14, y: threshold },
    ],
    { colour: hue.strong, width: 1.2, dashed: true },
  );
  sketch.label('τ', { x: end - 12, y: threshold - 8, w: 12, h: 16 }, { size: 13, colour: hue.strong });
  sketch.line(
    [
      { x: area.x, y: floor },
      { x: end, y: floor },
    ],
    { colour: palette.faint, width: 1 },
  );
}

export const bars: Widget = (paint) => {
  const { area, random, module } = paint;
  const rule = `top-k, k = ${module.kept}`;
  if (area.h < 190) {
    chart(paint, { ...area, h: area.h - 24 }, area.h > 110);
    remark(paint, rule, { x: area.x, y: bottom(area) - 18, w: area.w, h: 18 });
    return area;
  }
  const inner = inset(area, Math.max(0, (area.w - 380) / 2), Math.max(0, (area.h - 380) / 2));
  const chartHeight = clamp(inner.h - 116, 70, 250);
  const [formula, plot, choice] = rows(inner, [28, chartHeight, 44], Math.max(8, (inner.h - 72 - chartHeight) / 2));
  if (formula) remark(paint, random.pick(FORMULAS), formula);
  if (plot) chart(paint, plot, true);
  if (choice) block(paint, { ...choice, y: centre(choice).y - 20, h: 40 }, rule);
  return area;
};
