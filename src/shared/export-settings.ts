import { z } from 'zod';

export const exportFormatSchema = z.enum(['png', 'jpeg', 'webp', 'tiff', 'pdf']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const colourModeSchema = z.enum(['rgb', 'grey', 'cmyk']);
export type ColourMode = z.infer<typeof colourModeSchema>;

export const exportSettingsSchema = z.strictObject({
  format: exportFormatSchema,
  dpi: z.number().min(36).max(2400),
  colour: colourModeSchema,
  /** Enlarging adds pixels and no detail: it has to be asked for. */
  upsample: z.boolean().default(false),
  /** What the figure shows, for readers that cannot see it; kept inside the file where the format has a place for it. */
  altText: z.string().max(5000).default(''),
});
export type ExportSettings = z.infer<typeof exportSettingsSchema>;

/** Colour modes that a format is written in here. */
export const COLOURS_OF: Record<ExportFormat, readonly ColourMode[]> = {
  png: ['rgb', 'grey'],
  jpeg: ['rgb', 'grey', 'cmyk'],
  webp: ['rgb'],
  tiff: ['rgb', 'grey', 'cmyk'],
  pdf: ['rgb', 'grey'],
};
