import { z } from 'zod';
import {
  COMPOSITE_DEFAULTS,
  compositeRefusal,
  type CompositeRefusal,
  type CompositeSettings,
} from './composite-layout';
import { colourModeSchema, exportFormatSchema } from './export-settings';
import {
  JOURNAL_DEFAULTS,
  journalRefusal,
  letterStyleSchema,
  lettersFor,
  type JournalSettings,
} from './journal-layout';

/** A figure as it is kept: one list of panels, drawn as the server does it or for a journal. */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const panelSourceSchema = z.strictObject({
  kind: z.literal('asset'),
  sha256,
  /** Of a finished job: who drew it, for composing on the server. */
  jobId: z.string().max(100).optional(),
  remoteId: z.string().max(200).optional(),
  profileId: z.string().max(100).optional(),
  provider: z.string().max(40).optional(),
});

export const figurePanelSchema = z.strictObject({
  /** Its own: the same picture may stand twice in a figure. */
  id: z.string().min(1).max(100),
  name: z.string().max(500),
  alt: z.string().max(2000).optional(),
  source: panelSourceSchema,
});
export type FigurePanel = z.infer<typeof figurePanelSchema>;

export const LABEL_STYLES = ['(a)', 'a', 'A', '1', 'own', 'none'] as const;
export const labelStyleSchema = z.enum(LABEL_STYLES);
export type LabelStyle = z.infer<typeof labelStyleSchema>;

/** What only a journal's figure has. `preset`: id of the journal, null for sizes of one's own. */
export const figureJournalSchema = z.strictObject({
  preset: z.string().max(80).nullable(),
  widthMm: z.number().min(10).max(1000),
  dpi: z.number().min(36).max(2400),
  format: exportFormatSchema.default('pdf'),
  colour: colourModeSchema.default('rgb'),
  gapMm: z.number().min(0).max(100),
  fit: z.enum(['heights', 'widths']),
  letters: z.strictObject({
    style: letterStyleSchema,
    corner: z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']),
    place: z.enum(['over', 'strip']),
    points: z.number().min(1).max(72),
  }),
});
export type FigureJournal = z.infer<typeof figureJournalSchema>;

export const figureSchema = z.strictObject({
  id: z.string().min(1).max(100),
  /** Empty: not named yet. */
  name: z.string().max(200),
  panels: z.array(figurePanelSchema).max(100),
  mode: z.enum(['server', 'journal']),
  /** `auto` or RxC, of both modes. */
  layout: z.string().max(20),
  /** `texts`: one for each panel where the style is `own`, in both modes. Numbers of pixels are the server's. */
  labels: z.strictObject({ style: labelStyleSchema, texts: z.array(z.string().max(500)).max(200) }),
  spacing: z.int().min(0).max(1000),
  position: z.enum(['top', 'bottom']),
  fontSize: z.int().min(1).max(1000),
  journal: figureJournalSchema,
  altText: z.string().max(5000),
  updatedAt: z.int(),
});
export type Figure = z.infer<typeof figureSchema>;

/** A line in the list of figures. */
export const figureEntrySchema = z.object({
  id: z.string(),
  name: z.string(),
  panels: z.number().int(),
  updatedAt: z.number(),
});
export type FigureEntry = z.infer<typeof figureEntrySchema>;

export function emptyFigure(id: string, now: number): Figure {
  const { letters, ...journal } = JOURNAL_DEFAULTS;
  const { style, corner, place, points } = letters;
  return {
    ...{ id, name: '', panels: [], mode: 'server', altText: '', updatedAt: now },
    layout: COMPOSITE_DEFAULTS.layout,
    labels: { style: '(a)', texts: [] },
    spacing: COMPOSITE_DEFAULTS.spacing,
    position: COMPOSITE_DEFAULTS.labelPosition,
    fontSize: COMPOSITE_DEFAULTS.labelFontSize,
    journal: {
      ...{ preset: null, dpi: 300, format: 'pdf', colour: 'rgb', letters: { style, corner, place, points } },
      ...{ widthMm: journal.widthMm, gapMm: journal.gapMm, fit: journal.fit },
    },
  };
}

/** As the server is told: its own labels are left to it. */
export function compositeOf({ panels, layout, labels, spacing, position, fontSize }: Figure): CompositeSettings {
  const { style, texts } = labels;
  const written = style === '(a)' ? null : style === 'own' ? texts : lettersFor(panels.length, { style, own: [] });
  return { layout, labels: written, spacing, labelPosition: position, labelFontSize: fontSize };
}

export function journalOf({ layout, labels, journal }: Figure): JournalSettings {
  const { widthMm, fit, gapMm, letters } = journal;
  return { widthMm, layout, fit, gapMm, letters: { ...letters, own: letters.style === 'own' ? labels.texts : [] } };
}

/** The first thing that stands against drawing the figure in its mode. */
export function figureRefusal(figure: Figure): CompositeRefusal | undefined {
  return figure.mode === 'server'
    ? compositeRefusal(figure.panels.length, compositeOf(figure))
    : journalRefusal(figure.panels.length, journalOf(figure));
}
