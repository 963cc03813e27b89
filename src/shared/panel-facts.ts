import { z } from 'zod';

/** What preflight needs to know of a panel's file. */
export const panelFactsSchema = z.object({
  width: z.number(),
  height: z.number(),
  /** Lines and letters instead of pixels: sharp at any size. */
  vector: z.boolean(),
  colour: z.enum(['rgb', 'grey', 'cmyk']),
  hasAlpha: z.boolean(),
  /** Height of the smallest letters in the file's own pixels; null where they are pixels, which nobody can measure. */
  smallestText: z.number().nullable(),
  /** Letters that are text and not outlines: where the program has no fonts, they are missing in pixels. */
  liveText: z.boolean().optional(),
});
export type PanelFacts = z.infer<typeof panelFactsSchema>;
