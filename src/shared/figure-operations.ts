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
   * Draws a figure for the window, the page's longer side at most so many pixels. Pictures that the window still has
   * from the preview before are only named. Of calls that wait only the newest is drawn, the others throw canceled.
   */
  'figure.preview': {
    input: z.object({
      figure: figureSchema,
      maxSide: z.int().min(16).max(8192),
      have: z.array(z.string().max(200)).max(1000),
    }),
    output: figurePreviewSchema,
  },
} as const;
