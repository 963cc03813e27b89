import { z } from 'zod';
import { colourModeSchema } from './export-settings';
import { letterStyleSchema } from './journal-layout';

/** Formats that journals name; those that Plantain does not write are named all the same. */
const journalFormatSchema = z.enum(['pdf', 'eps', 'ps', 'ai', 'psd', 'tiff', 'jpeg', 'png']);

/** What a publisher asks of a figure. Every preset is a snapshot: the journal's current page decides. */
export const journalSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1).max(80),
  /** Where the journal says itself what it asks. */
  page: z
    .string()
    .max(500)
    .regex(/^https:\/\/[^\s@]+$/)
    .optional(),
  /** The widths of one, one and a half, two columns; a range where the journal names one. */
  widths: z
    .array(
      z.strictObject({ id: z.string().max(40), mm: z.number().positive(), toMm: z.number().positive().optional() }),
    )
    .min(1),
  maxHeightMm: z.number().positive().optional(),
  dpi: z.strictObject({
    least: z.number().positive(),
    recommended: z.number().positive().optional(),
    most: z.number().positive().optional(),
    combination: z.number().positive().optional(),
    line: z.number().positive().optional(),
  }),
  formats: z.array(journalFormatSchema).min(1),
  letters: z.strictObject({ style: letterStyleSchema, points: z.number().positive() }).optional(),
  text: z
    .strictObject({
      leastPoints: z.number().positive().optional(),
      mostPoints: z.number().positive().optional(),
      fonts: z.array(z.string().max(40)).default([]),
      /** Text must stay text: a picture cannot fulfil that. */
      editable: z.boolean().default(false),
    })
    .optional(),
  colours: z.array(colourModeSchema).min(1),
  transparency: z.boolean().default(true),
  maxBytes: z.number().positive().optional(),
  altTextRequired: z.boolean().default(false),
  /** How sure the snapshot is. */
  confidence: z.enum(['good', 'low']).default('good'),
});
export type Journal = z.infer<typeof journalSchema>;

export const journalFileSchema = z.strictObject({
  /** The year in which the publishers' pages were read. */
  asOf: z.string().max(40),
  journals: z.array(journalSchema),
});

/** The second list wins where both know an id. */
export function mergeJournals(own: readonly Journal[], added: readonly Journal[]): Journal[] {
  const byId = new Map([...own, ...added].map((journal) => [journal.id, journal]));
  return [...byId.values()];
}
