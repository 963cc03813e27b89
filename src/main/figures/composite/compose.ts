import { AppError } from '../../../shared/app-error';
import {
  compositeRefusal,
  labelPen,
  planComposite,
  type CompositePlan,
  type CompositeSettings,
  type Rect,
} from '../../../shared/composite-layout';
import { issueOf } from './refusal-issue';
import { LIMITS } from '../pixels/limits';
import { inTurns } from '../in-turns';
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
  if (refusal) throw new AppError('invalid_input', { issues: [issueOf(refusal)] });
  const headers = await Promise.all(panels.map(store.header));
  const plan = planComposite(headers, settings);
  if (plan.width * plan.height > LIMITS.pagePixels)
    throw new AppError('figure_too_large', {
      params: { width: plan.width, height: plan.height, limit: LIMITS.pagePixels },
    });
  const labels = await Promise.all(
    plan.cells.map(async (cell) => {
      const text = await layOutLabel(cell.label, settings.labelFontSize, fonts);
      return { text, x: labelPen(cell, text.width) };
    }),
  );
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
  const pixels = await inTurns(panels, (path, index) =>
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
