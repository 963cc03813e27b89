import { z } from 'zod';
import { appErrorSchema } from './app-error';
import { exportSettingsSchema } from './export-settings';
import { journalSettingsSchema } from './journal-layout';
import { journalSchema } from './journals';
import { mendActionSchema } from './mend-action';
import { panelFactsSchema } from './panel-facts';
import { findingSchema } from './preflight';

/** What crosses between window and main about checking and writing figures for print. */

const id = z.string().max(100);
const rect = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });

/** A figure for print whose panels are files of the store. */
export const printFigureSchema = journalSettingsSchema.extend({
  panels: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(100),
});
export type PrintFigure = z.infer<typeof printFigureSchema>;

export const journalsSchema = z.object({
  asOf: z.string(),
  journals: z.array(journalSchema),
  /** Why the user's own file was left aside. */
  problem: z.string().optional(),
});

const journalPlanSchema = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  rows: z.number(),
  cols: z.number(),
  cells: z.array(
    z.object({
      panel: rect,
      letter: z.string(),
      anchor: z.object({ x: z.number(), baseline: z.number(), align: z.enum(['left', 'right']) }),
    }),
  ),
});

export const actedFindingSchema = findingSchema.extend({
  /** What one press does about it; undefined where only the author can mend it. */
  action: mendActionSchema.optional(),
});
export type ActedFinding = z.infer<typeof actedFindingSchema>;

export const preflightAnswerSchema = z.object({
  plan: journalPlanSchema,
  panels: z.array(panelFactsSchema),
  findings: z.array(actedFindingSchema),
  /** Bytes that the file cannot pass; null where nobody can tell before it is made. */
  mostBytes: z.number().nullable(),
});
export type PreflightAnswer = z.infer<typeof preflightAnswerSchema>;

export const preflightRequestSchema = z.object({
  figure: printFigureSchema,
  output: exportSettingsSchema,
  /** A preset's id; null: no journal asks anything. */
  journal: id.nullable(),
  /** Of the file as it was made a moment ago with the same settings. */
  fileBytes: z.number().optional(),
});
export type PreflightRequest = z.infer<typeof preflightRequestSchema>;

export const exportedFileSchema = z.object({
  /** Its last part, and where it lies, for the eye: the window opens no paths. */
  name: z.string(),
  path: z.string(),
  bytes: z.number(),
  widthMm: z.number(),
  heightMm: z.number(),
  pixels: z.object({ width: z.number(), height: z.number() }).nullable(),
  /** Panels, from 0, that are SVGs and had to be put in as pixels. */
  rasterized: z.array(z.number()),
});
export type ExportedFigure = z.infer<typeof exportedFileSchema>;

export const batchItemSchema = z.object({
  journal: id,
  /** Words for the file's name: `Nature 183 mm`. */
  label: z.string().max(120),
  figure: printFigureSchema,
  output: exportSettingsSchema,
});
export type BatchItem = z.infer<typeof batchItemSchema>;

export const batchResultSchema = z.object({
  file: exportedFileSchema.nullable(),
  error: appErrorSchema.nullable(),
  /** What the journal would say of the written file; empty where there is none. */
  findings: z.array(findingSchema),
});
export type BatchResult = z.infer<typeof batchResultSchema>;
