import type { Drawing } from '../work';
import { randomFrom } from '../random';
import type { Random } from '../random';
import { arrange, canvasFor, moduleCount, pickArrangement } from './arrange';
import type { Arrangement, Canvas, Cell } from './arrange';
import { centred } from './geometry';
import { hasPanel, TALLEST, WIDTHS } from './module-picture';
import { planDiagram } from './plan';
import type { Module, Plan } from './plan';
import type { Typeface } from './typeface';

/** Pixels of the longer side. */
const RESOLUTIONS: Record<string, number> = { '1K': 1024, '2K': 2048, '4K': 4096 };
const USUAL = 2048;

export interface Layout {
  canvas: Canvas;
  pixels: { width: number; height: number };
  plan: Plan;
  cells: Cell[];
  /** All modules stand in one lane, from left to right. */
  single: boolean;
}

/** `auto`, and no ratio at all, leave the shape to the server: a wide figure in most papers. */
function ratioOf(aspectRatio: string | null, random: Random): number {
  const [w, h] = (aspectRatio ?? '').split(':').map(Number);
  return w && h ? w / h : random.pick([16 / 9, 16 / 9, 21 / 9, 3 / 2, 4 / 3]);
}

function pixelsOf(ratio: number, resolution: string | null): { width: number; height: number } {
  const long = RESOLUTIONS[resolution ?? ''] ?? USUAL;
  return ratio >= 1
    ? { width: long, height: Math.round(long / ratio) }
    : { width: Math.round(long * ratio), height: long };
}

/** The two neighbours that share a column best: neither is a stack, which wants the whole height. */
function splitOf(arrangement: Arrangement, modules: readonly Module[]): number | undefined {
  if (arrangement.split === undefined) return undefined;
  const small = (index: number): number => (modules[index]?.kind === 'stack' ? 0 : 1);
  let best = arrangement.split;
  for (let index = 1; index + 1 < modules.length - 1; index++)
    if (small(index) + small(index + 1) > small(best) + small(best + 1)) best = index;
  return best;
}

/** A way back that the arrangement has room for: below a single lane, between two different columns. */
function feedbackOf(plan: Plan, arrangement: Arrangement): Plan['feedback'] {
  if (!plan.feedback || arrangement.lanes.length > 1) return undefined;
  // of two that share a column, the lower one has a free edge below
  const lower = (index: number): number => (index === arrangement.split ? index + 1 : index);
  const from = lower(plan.feedback.from);
  const to = lower(plan.feedback.to);
  return from === to ? undefined : { ...plan.feedback, from, to };
}

/** Decides shape, modules and places of a request's picture. */
export function layOut(drawing: Drawing, typeface: Typeface): Layout {
  const random = randomFrom('layout', drawing.seed);
  const pixels = pixelsOf(ratioOf(drawing.aspectRatio, random), drawing.resolution);
  const canvas = canvasFor(pixels.width / pixels.height);
  const picked = pickArrangement(canvas.ratio, random);
  const planned = planDiagram(drawing, moduleCount(picked), typeface);
  const arrangement = { ...picked, split: splitOf(picked, planned.modules) };
  const plan = { ...planned, feedback: feedbackOf(planned, arrangement) };
  const single = arrangement.lanes.length === 1;
  const kindAt = (index: number) => plan.modules[index]?.kind ?? 'stack';
  const share = (index: number): number => WIDTHS[kindAt(index)];
  const cells = arrange(canvas, arrangement, share, plan.feedback !== undefined).map((cell, index): Cell => {
    // a panel alone in its lane is no taller than its picture makes use of
    const most = TALLEST[kindAt(index)] * cell.rect.w;
    const alone = single && index !== arrangement.split && index - 1 !== arrangement.split;
    if (!alone || !hasPanel(kindAt(index)) || cell.rect.h <= most) return cell;
    return { ...cell, rect: centred(cell.rect, cell.rect.w, most) };
  });
  return { canvas, pixels, plan, cells, single };
}
