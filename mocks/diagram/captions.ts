import type { Canvas } from './arrange';
import { MARGIN } from './arrange';
import { hasPanel } from './module-picture';
import type { Palette } from './palette';
import type { Plan } from './plan';
import type { Sketch } from './sketch';

const SIZE = 13;
const SWATCH = 14;

interface Entry {
  text: string;
  hue: number | undefined;
}

/** One entry for each colour, named by the first modules that wear it. */
function entriesOf(plan: Plan): Entry[] {
  const entries: Entry[] = [];
  for (const hue of [0, 1, 2] as const) {
    const names = plan.modules
      .filter((module) => module.hue === hue && hasPanel(module.kind))
      .map((module) => module.title);
    if (names.length > 0) entries.push({ text: names.slice(0, 2).join(', '), hue });
  }
  if (plan.feedback) entries.push({ text: plan.feedback.label, hue: undefined });
  return entries;
}

/** Swatches with words, on one line; what no longer fits is left out. */
export function drawLegend(sketch: Sketch, palette: Palette, plan: Plan, canvas: Canvas): void {
  let x = MARGIN;
  const y = canvas.h - 66;
  for (const { text, hue } of entriesOf(plan)) {
    const mark = hue === undefined ? 34 : SWATCH;
    const width = Math.min(sketch.measure(text, SIZE) + 1, 320);
    if (x + mark + 8 + width > canvas.w - MARGIN) return;
    const colours = hue === undefined ? undefined : palette.hues[hue];
    if (colours)
      sketch.rect(
        { x, y: y - SWATCH / 2, w: SWATCH, h: SWATCH },
        { fill: colours.fill, stroke: colours.line, radius: 3 },
      );
    else
      sketch.line(
        [
          { x, y },
          { x: x + mark, y },
        ],
        { colour: palette.soft, dashed: true, arrow: true },
      );
    sketch.label(
      text,
      { x: x + mark + 8, y: y - 10, w: width, h: 20 },
      { size: SIZE, least: 10, colour: palette.soft, align: 'left' },
    );
    x += mark + 8 + width + 30;
  }
}

/** The caption under a hairline; left out where the font cannot write it. */
export function drawCaption(sketch: Sketch, palette: Palette, caption: string, canvas: Canvas): void {
  const box = { x: MARGIN, y: canvas.h - 40, w: canvas.w - 2 * MARGIN, h: 30 };
  const written = sketch.label(caption, box, { size: 15, least: 12, lines: 1, colour: palette.ink, align: 'left' });
  if (!written) return;
  const y = canvas.h - 46;
  sketch.line(
    [
      { x: MARGIN, y },
      { x: canvas.w - MARGIN, y },
    ],
    { colour: palette.panelLine, width: 1 },
  );
}
