import { z } from 'zod';
import { panelFactsSchema } from './panel-facts';
import { previewPartsSchema } from './preview-parts';

const rectSchema = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

const drawn = { width: z.number().int(), height: z.number().int(), parts: previewPartsSchema };

const serverPreviewSchema = z.object({
  ...drawn,
  mode: z.literal('server'),
  /** Pixels of the preview for one of the page. */
  factor: z.number(),
  /** In pixels of the page. */
  page: z.object({ width: z.number(), height: z.number(), rows: z.number().int(), cols: z.number().int() }),
  panels: z.array(rectSchema),
  notes: z.object({
    clippedGrey: z.array(z.number().int()),
    liveText: z.array(z.number().int()),
    missingGlyphs: z.string(),
  }),
});

const journalPreviewSchema = z.object({
  ...drawn,
  mode: z.literal('journal'),
  dpi: z.number(),
  /** In millimetres, as planned by journal-layout. */
  plan: z.object({
    widthMm: z.number(),
    heightMm: z.number(),
    rows: z.number().int(),
    cols: z.number().int(),
    cells: z.array(
      z.object({
        panel: rectSchema,
        letter: z.string(),
        anchor: z.object({ x: z.number(), baseline: z.number(), align: z.enum(['left', 'right']) }),
      }),
    ),
  }),
  /** Of each panel's file, for preflight. */
  facts: z.array(panelFactsSchema),
});

export const figurePreviewSchema = z.discriminatedUnion('mode', [serverPreviewSchema, journalPreviewSchema]);
export type FigurePreviewView = z.infer<typeof figurePreviewSchema>;
