import { z } from 'zod';
import { field } from '../fields';
import { findJsonProblem } from '../json-problem';
import { requiredText } from './common-fields';
import type { Endpoint } from './endpoint';
import { titleFrom } from './endpoint';
import { aspectRatio, iterations, vlmModel, vlmProvider, webhookIncludeImage, webhookUrl } from './paperbanana-fields';
import { accepted, taskJob, USUAL_SECONDS } from './paperbanana-task';

const apiKey = { kind: 'bearer', role: 'user' } as const;

/**
 * A string that holds JSON, as the server wants it. Whoever hands over the data itself (a list, an object) gets
 * the string made for them: nobody should have to write JSON inside of JSON.
 */
const dataJson = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value),
  z
    .string()
    .trim()
    .min(1)
    .max(5_000_000)
    .superRefine((text, context) => {
      const problem = findJsonProblem(text);
      if (problem)
        context.addIssue({
          code: 'custom',
          message: 'json_syntax',
          params: { line: problem.line, column: problem.column },
        });
    }),
);

export const plot: Endpoint = {
  id: 'paperbanana.plot',
  provider: 'paperbanana',
  method: 'POST',
  path: '/api/plot',
  credential: apiKey,
  input: z.strictObject({
    data_json: field(dataJson, {
      in: 'body',
      widget: 'table',
    }),
    intent: field(requiredText.max(20_000), { in: 'body', widget: 'long-text' }),
    iterations,
    aspect_ratio: aspectRatio,
    output_formats: field(
      z
        .array(z.enum(['png', 'svg', 'pdf']))
        .min(1)
        .optional(),
      { in: 'body', widget: 'choices', serverDefault: ['png'] },
    ),
    vlm_provider: vlmProvider,
    vlm_model: vlmModel,
    webhook_url: webhookUrl,
    webhook_include_image: webhookIncludeImage,
  }),
  answer: { kind: 'json', status: 202, schema: accepted },
  job: taskJob,
  rules: [],
  units: 1,
  usualSeconds: USUAL_SECONDS,
  timeoutMs: 60_000,
  group: 'create',
  view: 'plot',
  icon: 'chart-column',
  historyTitle: titleFrom('intent'),
  example: {
    data_json: '{"models":["ResNet-50","ViT-B/16","EfficientNet-B4"],"accuracy":[76.1,81.8,82.9]}',
    intent: 'Bar chart comparing model accuracy with value labels',
    iterations: 3,
    aspect_ratio: '4:3',
    output_formats: ['png', 'svg', 'pdf'],
    vlm_provider: 'apimart',
    vlm_model: 'gemini-2.5-flash',
  },
};

export const optimizePrompt: Endpoint = {
  id: 'paperbanana.optimizePrompt',
  provider: 'paperbanana',
  method: 'POST',
  path: '/api/optimize-prompt',
  credential: apiKey,
  input: z.strictObject({
    description: field(requiredText.max(200_000), { in: 'body', widget: 'long-text' }),
    source_context: field(z.string().trim().min(1).max(500_000).optional(), { in: 'body', widget: 'long-text' }),
    caption: field(z.string().trim().min(1).max(20_000).optional(), { in: 'body', widget: 'long-text' }),
    diagram_type: field(z.enum(['methodology', 'statistical_plot']).optional(), {
      in: 'body',
      widget: 'segments',
      serverDefault: 'methodology',
    }),
    guidelines: field(z.string().trim().min(1).max(100_000).optional(), {
      in: 'body',
      widget: 'long-text',
      more: true,
    }),
    vlm_provider: vlmProvider,
    vlm_model: vlmModel,
    webhook_url: webhookUrl,
    webhook_include_image: webhookIncludeImage,
  }),
  answer: { kind: 'json', status: 202, schema: accepted },
  job: taskJob,
  instead: { endpoint: 'paperbanana.generate' },
  rules: [],
  units: 1,
  timeoutMs: 60_000,
  group: 'create',
  view: 'prompt',
  icon: 'wand-sparkles',
  historyTitle: (input) => titleFrom('caption')(input) ?? titleFrom('description')(input),
  example: {
    description:
      'Draw a transformer encoder with token embeddings, positional encoding, 6 encoder blocks, and a classifier head.',
    source_context: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention.',
    caption: 'Figure 1: Transformer encoder architecture',
    diagram_type: 'methodology',
  },
};
