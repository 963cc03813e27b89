import { z } from 'zod';
import { figureEntrySchema, figureSchema } from './figure';
import { figurePreviewSchema } from './figure-preview';

const id = z.string().max(100);
const none = z.undefined();

/** The operations of figures, part of the contract. */
export const figureOperations = {
  /** The newest first. */
  'figure.list': { input: none, output: z.array(figureEntrySchema) },
  'figure.get': { input: z.object({ id }), output: figureSchema },
  'figure.save': { input: z.object({ figure: figureSchema }), output: none },
  'figure.remove': { input: z.object({ id }), output: none },
  /**
   * Draws a figure for the window, the page's longer side at most so many pixels, or a part of it in the page's own.
   * Of calls that wait only the newest is drawn, the others throw canceled. The bitmap is at `figureUrl(token)`.
   */
  'figure.preview': {
    input: z.object({
      figure: figureSchema,
      maxSide: z.int().min(16).max(8192),
      region: z.object({ x: z.int(), y: z.int(), w: z.int().min(1), h: z.int().min(1) }).optional(),
    }),
    output: figurePreviewSchema,
  },
} as const;
