import { z } from 'zod';

const text = z.string();

const drawingSchema = z.object({
  kind: z.literal('diagram'),
  caption: text,
  /** The source text's beginning; empty where a PDF was sent. */
  source: text,
  /** The page list as sent; null for all pages, or where no PDF was sent. */
  pages: text.nullable(),
  fromPdf: z.boolean(),
  aspectRatio: text.nullable(),
  resolution: text.nullable(),
});

const plotSchema = z.object({
  kind: z.literal('plot'),
  data: text,
  intent: text,
  aspectRatio: text.nullable(),
  formats: z.array(text),
});

const promptSchema = z.object({
  kind: z.literal('prompt'),
  description: text,
  source: text,
  caption: text,
  target: text,
  guidelines: text,
});

const panelSchema = z.object({
  id: text,
  get work(): z.ZodUnion<[typeof drawingSchema, typeof plotSchema, typeof compositeSchema]> {
    return z.union([drawingSchema, plotSchema, compositeSchema]);
  },
});

const compositeSchema = z.object({
  kind: z.literal('composite'),
  /** Copies of what the panels were drawn from: a figure outlives its parts. */
  get panels(): z.ZodArray<typeof panelSchema> {
    return z.array(panelSchema);
  },
  rows: z.int(),
  columns: z.int(),
  labels: z.array(text),
  spacing: z.number(),
  labelPosition: z.enum(['top', 'bottom']),
  fontSize: z.number(),
});

export const workSchema = z.union([drawingSchema, plotSchema, promptSchema, compositeSchema]);

export type DiagramWork = z.infer<typeof drawingSchema>;
export type PlotWork = z.infer<typeof plotSchema>;
export type PromptWork = z.infer<typeof promptSchema>;
export type CompositeWork = z.infer<typeof compositeSchema>;
/** What a task's result is made from: all of the request that outlives its acceptance. */
export type Work = z.infer<typeof workSchema>;
/** A figure of its own that may become a panel of another. */
export type Panel = z.infer<typeof panelSchema>;

/** What a diagram is drawn from; the seed is the task's id. */
export type Drawing = Omit<DiagramWork, 'kind'> & { seed: string };

const TYPES: Record<Work['kind'], string> = {
  diagram: 'methodology',
  plot: 'statistical_plot',
  prompt: 'prompt_optimization',
  composite: 'composite',
};

/** The task record's `diagram_type`. */
export const diagramType = (work: Work): string => TYPES[work.kind];
