import { AppError } from '../../../shared/app-error';
import {
  compositeRefusal,
  labelPen,
  planComposite,
  type CompositePlan,
  type CompositeSettings,
} from '../../../shared/composite-layout';
import { createPage, paintLayers, type Layer, type Pixels } from '../../../shared/page';
import { issueOf } from './refusal-issue';
import { LIMITS } from '../pixels/limits';
import { inTurns } from '../in-turns';
import type { PanelStore } from '../pixels/panel-store';
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

/** What the page is made of at a scale of at most 1: panel, label, panel, label; later panels lie over long labels. */
export async function layersOf(
  panels: readonly string[],
  { plan, labels }: PlannedComposite,
  store: PanelStore,
  factor: number,
  signal?: AbortSignal,
): Promise<Layer[]> {
  const pictures = await inTurns(panels, (path) => store.scaled(path, plan.panelHeight, factor, signal));
  signal?.throwIfAborted();
  return plan.cells.map(({ panel, baseline }, index) => {
    const pixels = pictures[index];
    const label = labels[index];
    return {
      picture: pixels ? { pixels, x: Math.round(panel.x * factor), y: Math.round(panel.y * factor) } : null,
      masks: label ? [...labelMasks(label.text, label.x * factor, baseline * factor, factor)] : [],
    };
  });
}

/** The whole page, as the server returns it. */
export async function paintComposite(
  panels: readonly string[],
  planned: PlannedComposite,
  store: PanelStore,
  signal?: AbortSignal,
): Promise<Pixels> {
  const layers = await layersOf(panels, planned, store, 1, signal);
  const page = createPage(planned.plan.width, planned.plan.height);
  paintLayers(page, layers);
  return page;
}
