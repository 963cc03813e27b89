import { z } from 'zod';
import { field } from '../fields';
import { parsePageRanges } from '../page-ranges';
import { requiredText, webUrl } from './common-fields';
import type { Rule } from './endpoint';

const ASPECT_RATIOS = ['auto', '1:1', '5:4', '4:3', '3:2', '16:9', '21:9', '4:5', '3:4', '2:3', '9:16'] as const;
const VLM_PROVIDERS = ['gemini', 'openrouter', 'kie', 'apimart'] as const;
const IMAGE_MODELS = ['nano-banana-pro', 'google/nano-banana', 'nano-banana-2', 'gpt-image-2-text-to-image'] as const;
const RESOLUTIONS = ['1K', '2K', '4K'] as const;

/** The largest PDF that can be declared; the user's own limit in the settings is checked before. */
export const MAX_PDF_BYTES = 500_000_000;

/** `1`, `1,3-5`, `5-3`; normalised without spaces. The problem's part is named, so that a form can point at it. */
export const pageList = z
  .string()
  .max(2000)
  .superRefine((value, context) => {
    const ranges = parsePageRanges(value);
    if (!ranges.ok)
      context.addIssue({
        code: 'custom',
        message: `pages_${ranges.problem.reason}`,
        params: { part: ranges.problem.part },
      });
  });

export const base64Text = z.string().regex(/^(data:application\/pdf;base64,)?[A-Za-z0-9+/\s]+=*\s*$/);

export const iterations = field(z.int().min(1).max(10).optional(), {
  in: 'body',
  widget: 'slider',
  serverDefault: 3,
  row: 'quality',
});
const imageResolution = field(z.enum(RESOLUTIONS).optional(), { in: 'body', widget: 'segments', row: 'quality' });
export const aspectRatio = field(z.enum(ASPECT_RATIOS).optional(), { in: 'body', widget: 'aspect-ratio' });
const pngOnly = field(
  z
    .array(z.enum(['png']))
    .min(1)
    .optional(),
  {
    in: 'body',
    widget: 'choices',
    more: true,
    serverDefault: ['png'],
  },
);
export const vlmProvider = field(z.enum(VLM_PROVIDERS).optional(), {
  in: 'body',
  widget: 'choice',
  more: true,
  row: 'vlm',
});
export const vlmModel = field(z.string().trim().min(1).max(200).optional(), {
  in: 'body',
  widget: 'text',
  more: true,
  row: 'vlm',
});
const imageModel = field(z.enum(IMAGE_MODELS).optional(), { in: 'body', widget: 'choice', more: true });
export const webhookUrl = field(webUrl.optional(), { in: 'body', widget: 'url', more: true });
export const webhookIncludeImage = field(z.boolean().optional(), {
  in: 'body',
  widget: 'switch',
  more: true,
  serverDefault: false,
});
export const caption = field(requiredText.max(20_000), { in: 'body', widget: 'long-text' });

/** What follows the subject in both diagram endpoints. */
export const drawing = {
  iterations,
  image_resolution: imageResolution,
  aspect_ratio: aspectRatio,
  image_model: imageModel,
  vlm_provider: vlmProvider,
  vlm_model: vlmModel,
  output_formats: pngOnly,
  webhook_url: webhookUrl,
  webhook_include_image: webhookIncludeImage,
};

export const drawingRules: readonly Rule[] = [
  {
    fields: ['image_model', 'image_resolution'],
    check: (values) =>
      values['image_model'] === 'google/nano-banana' && values['image_resolution'] !== undefined
        ? {
            fields: ['image_model', 'image_resolution'],
            code: 'nano_banana_resolution',
            repairs: [
              { code: 'clear_resolution', set: { image_resolution: undefined } },
              { code: 'server_model', set: { image_model: undefined } },
            ],
          }
        : undefined,
  },
  {
    fields: ['image_model', 'aspect_ratio', 'image_resolution'],
    check: (values) =>
      values['image_model'] === 'gpt-image-2-text-to-image' &&
      values['aspect_ratio'] === 'auto' &&
      values['image_resolution'] !== undefined &&
      values['image_resolution'] !== '1K'
        ? {
            fields: ['image_model', 'aspect_ratio', 'image_resolution'],
            code: 'gpt_image_auto',
            repairs: [
              { code: 'use', params: { value: '1K' }, set: { image_resolution: '1K' } },
              { code: 'use', params: { value: '16:9' }, set: { aspect_ratio: '16:9' } },
              { code: 'server_model', set: { image_model: undefined } },
            ],
          }
        : undefined,
  },
  {
    fields: ['image_model', 'aspect_ratio', 'image_resolution'],
    check: (values) =>
      values['image_model'] === 'gpt-image-2-text-to-image' &&
      values['aspect_ratio'] === '1:1' &&
      values['image_resolution'] === '4K'
        ? {
            fields: ['image_model', 'aspect_ratio', 'image_resolution'],
            code: 'gpt_image_square',
            repairs: [
              { code: 'use', params: { value: '2K' }, set: { image_resolution: '2K' } },
              { code: 'use', params: { value: '5:4' }, set: { aspect_ratio: '5:4' } },
              { code: 'server_model', set: { image_model: undefined } },
            ],
          }
        : undefined,
  },
];
