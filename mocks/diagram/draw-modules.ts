import { randomFrom } from '../random';
import type { Cell } from './arrange';
import { TITLE } from './arrange';
import type { Placed } from './connect';
import { bottom, inset } from './geometry';
import type { Rect } from './geometry';
import type { Kind } from './lexicon';
import { drawModule, hasPanel } from './module-picture';
import { mix } from './palette';
import type { Hue, Palette } from './palette';
import type { Plan } from './plan';
import type { Sketch } from './sketch';

/** Room beside a title for a line that comes from above. */
const PASSAGE = 44;

function drawTitle(
  sketch: Sketch,
  palette: Palette,
  cell: Cell,
  title: string,
  step: number | undefined,
  fromAbove: boolean,
): Rect | undefined {
  const box = { x: cell.rect.x, y: cell.rect.y - TITLE + 2, w: cell.rect.w - (fromAbove ? PASSAGE : 0), h: TITLE - 8 };
  const look = { size: 18, least: 12.5, weight: 'bold', colour: palette.ink } as const;
  if (step === undefined) return sketch.label(title, box, fromAbove ? { ...look, align: 'left' } : look);
  const badge = { x: box.x + 11, y: box.y + box.h / 2 };
  sketch.circle(badge, 10.5, { fill: palette.ink });
  sketch.label(
    String(step),
    { x: badge.x - 10, y: badge.y - 10, w: 20, h: 20 },
    { size: 12, weight: 'bold', colour: palette.paper },
  );
  return sketch.label(title, { ...box, x: box.x + 30, w: box.w - 30 }, { ...look, align: 'left' });
}

/** Stacks stand on grey; what is special to the method has a breath of its colour. */
function drawPanel(sketch: Sketch, palette: Palette, rect: Rect, kind: Kind, hue: Hue): void {
  const tinted = kind !== 'stack' && kind !== 'output';
  sketch.rect(rect, {
    fill: tinted ? mix(hue.fill, palette.paper, 0.66) : palette.panel,
    stroke: tinted ? mix(hue.line, palette.paper, 0.35) : palette.panelLine,
    radius: 10,
  });
}

/** Panels, titles and insides of all modules. Where lanes are read to and fro the modules are numbered. */
export function drawModules(
  sketch: Sketch,
  palette: Palette,
  plan: Plan,
  cells: readonly Cell[],
  seed: string,
): Placed[] {
  const numbered = cells.some((cell) => cell.lane > 0);
  return cells.flatMap((cell, index) => {
    const module = plan.modules[index];
    if (!module) return [];
    const panel = hasPanel(module.kind) || (numbered && module.kind === 'output');
    const hue = palette.hues[module.hue];
    if (panel) drawPanel(sketch, palette, cell.rect, module.kind, hue);
    const before = cells[index - 1];
    const fromAbove = before !== undefined && bottom(before.rect) <= cell.rect.y;
    const title = drawTitle(sketch, palette, cell, module.title, numbered ? index + 1 : undefined, fromAbove);
    const area = panel ? inset(cell.rect, 16, 16) : inset(cell.rect, 4, 4);
    const random = randomFrom('module', seed, index);
    const hold = drawModule({ sketch, area, hue, palette, random, module, plan, reversed: cell.lane % 2 === 1 });
    return [{ ...cell, hold: panel ? cell.rect : hold, title }];
  });
}
