import { AppError } from '../../../shared/app-error';
import {
  compositeRefusal,
  labelPen,
  planComposite,
  type CompositePlan,
  type CompositeSettings,
  type Rect,
} from '../../../shared/composite-layout';
import { LIMITS } from '../pixels/limits';
import { createPage, type Page } from '../pixels/page';
import { smaller, type PanelStore } from '../pixels/panel-store';
import { labelMasks, layOutLabel, type LabelFonts, type LabelText } from '../text/label-text';

/** What the composer should know of a composite, besides its pixels. */
export interface CompositeNotes {
  /** Panels, from 0, that the server shows nearly white: grey of 16 bits. */
  clippedGrey: number[];
  /** Panels that are SVGs with text that is not outlines. */
  liveText: number[];
  /** Characters for which the server draws boxes. */
  missingGlyphs: string;
}

export interface PlannedComposite {
  plan: CompositePlan;
  /** Where each label is written: pen, in the page's pixels, and width. */
  labels: { text: LabelText; x: number }[];
  notes: CompositeNotes;
}

export interface Composite extends CompositeSettings {
  /** Files, in order. */
  panels: readonly string[];
}

/** Arranges a composite. Throws AppError invalid_input with the server's first objection as its issue. */
export async function prepareComposite(
  { panels, ...settings }: Composite,
  store: PanelStore,
  fonts: LabelFonts,
): Promise<PlannedComposite> {
  if (panels.length > LIMITS.panels)
    throw new AppError('invalid_input', {
      issues: [{ field: 'panels', code: 'too_many_panels', params: { panels: panels.length, limit: LIMITS.panels } }],
    });
  const refusal = compositeRefusal(panels.length, settings);
  if (refusal)
    throw new AppError('invalid_input', {
      issues: [{ ...issueOf[refusal.code], params: refusal.params }],
    });
  const headers = await Promise.all(panels.map(store.header));
  const plan = planComposite(headers, settings);
  if (plan.width * plan.height > LIMITS.pagePixels)
    throw new AppError('figure_too_large', {
      params: { width: plan.width, height: plan.height, limit: LIMITS.pagePixels },
    });
  const labels = plan.cells.map((cell) => {
    const text = layOutLabel(cell.label, settings.labelFontSize, fonts);
    return { text, x: labelPen(cell, text.width) };
  });
  const where = (test: (header: (typeof headers)[number]) => boolean) =>
    headers.flatMap((header, index) => (test(header) ? [index] : []));
  return {
    plan,
    labels,
    notes: {
      clippedGrey: where(({ clippedGrey }) => clippedGrey),
      liveText: where(({ hasLiveText }) => hasLiveText),
      missingGlyphs: [...new Set(labels.flatMap(({ text }) => Array.from(text.missing)))].join(''),
    },
  };
}

/** The field to mend, and the words: `rule_` marks those that the form's rules have too. */
const issueOf = {
  too_few_sources: { field: 'panels', code: 'too_few_sources' },
  layout_format: { field: 'layout', code: 'layout_format' },
  layout_not_integer: { field: 'layout', code: 'layout_not_integer' },
  layout_not_positive: { field: 'layout', code: 'layout_not_positive' },
  layout_too_small: { field: 'layout', code: 'rule_layout_too_small' },
  label_count: { field: 'labels', code: 'rule_label_count' },
} as const;

/** Pictures unpacked at the same time: two fill two cores, and each may need 800 MB for a moment. */
const AT_ONCE = 2;

export interface PaintOptions {
  /** The page's scale, at most 1. */
  factor?: number;
  /** The part to paint, in pixels of the scaled page. */
  region?: Rect;
  signal?: AbortSignal;
}

/** Paints panel, label, panel, label, in order: later panels lie over labels that are too long. */
export async function paintComposite(
  panels: readonly string[],
  { plan, labels }: PlannedComposite,
  store: PanelStore,
  { factor = 1, region, signal }: PaintOptions = {},
): Promise<Page> {
  const whole = smaller(plan, factor);
  const { x: left, y: top, w, h } = region ?? { x: 0, y: 0, w: whole.width, h: whole.height };
  const visible = plan.cells.map(
    ({ panel }) =>
      panel.x * factor < left + w &&
      (panel.x + panel.w) * factor > left &&
      panel.y * factor < top + h &&
      (panel.y + panel.h) * factor > top,
  );
  const pixels = await inTurns(panels, AT_ONCE, (path, index) =>
    visible[index] ? store.scaled(path, plan.panelHeight, factor, signal) : Promise.resolve(undefined),
  );
  signal?.throwIfAborted();
  const page = createPage(w, h);
  plan.cells.forEach((cell, index) => {
    const picture = pixels[index];
    if (picture) page.put(picture, Math.round(cell.panel.x * factor) - left, Math.round(cell.panel.y * factor) - top);
    const label = labels[index];
    if (!label) return;
    for (const mask of labelMasks(label.text, label.x * factor - left, cell.baseline * factor - top, factor))
      page.ink(mask);
  });
  return page;
}

async function inTurns<T, R>(items: readonly T[], atOnce: number, work: (item: T, index: number) => Promise<R>) {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
