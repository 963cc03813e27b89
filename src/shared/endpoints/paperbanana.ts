import { z } from 'zod';
import { field } from '../fields';
import { fileRefSchema } from '../file-ref';
import { requiredText } from './common-fields';
import type { Endpoint } from './endpoint';
import { titleFrom } from './endpoint';
import { looseText } from './lenient';
import { base64Text, caption, drawing, drawingRules, MAX_PDF_BYTES, pageList } from './paperbanana-fields';
import { accepted, taskJob, USUAL_SECONDS } from './paperbanana-task';

const apiKey = { kind: 'bearer', role: 'user' } as const;

export const health: Endpoint = {
  id: 'paperbanana.health',
  provider: 'paperbanana',
  method: 'GET',
  path: '/api/health',
  credential: { kind: 'none' },
  input: z.strictObject({}),
  answer: { kind: 'json', status: 200, schema: z.looseObject({ status: z.string(), version: looseText }) },
  rules: [],
  units: 0,
  timeoutMs: 15_000,
  group: 'server',
  view: 'health',
  icon: 'activity',
  historyTitle: () => undefined,
  example: {},
};

export const generate: Endpoint = {
  id: 'paperbanana.generate',
  provider: 'paperbanana',
  method: 'POST',
  path: '/api/generate',
  credential: apiKey,
  input: z.strictObject({
    source_context: field(requiredText.max(500_000), { in: 'body', widget: 'long-text' }),
    caption,
    ...drawing,
  }),
  answer: { kind: 'json', status: 202, schema: accepted },
  job: taskJob,
  rules: drawingRules,
  units: 1,
  usualSeconds: USUAL_SECONDS,
  timeoutMs: 60_000,
  group: 'create',
  view: 'picture',
  icon: 'file-text',
  historyTitle: titleFrom('caption'),
  example: {
    source_context: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention.',
    caption: 'Figure 1: Transformer encoder architecture',
    iterations: 3,
    aspect_ratio: '16:9',
    output_formats: ['png'],
    vlm_provider: 'kie',
    vlm_model: 'gemini-2.5-flash',
    image_model: 'nano-banana-pro',
    image_resolution: '4K',
  },
};

export const generateFromPdf: Endpoint = {
  id: 'paperbanana.generateFromPdf',
  provider: 'paperbanana',
  method: 'POST',
  path: '/api/generate-from-pdf',
  credential: apiKey,
  input: z.strictObject({
    pdf_base64: field(z.union([fileRefSchema, base64Text]), {
      in: 'body',
      widget: 'pdf',
      file: { accept: ['application/pdf'], maxBytes: MAX_PDF_BYTES },
    }),
    pages: field(pageList.optional(), { in: 'body', widget: 'page-list' }),
    caption,
    ...drawing,
  }),
  answer: { kind: 'json', status: 202, schema: accepted },
  job: taskJob,
  instead: { endpoint: 'paperbanana.generate' },
  rules: drawingRules,
  units: 1,
  usualSeconds: USUAL_SECONDS,
  // a large PDF takes its time on a thin line; the clock runs until the answer's first byte
  timeoutMs: 300_000,
  group: 'create',
  view: 'picture',
  icon: 'file-up',
  historyTitle: titleFrom('caption'),
  example: {
    pdf_base64: 'JVBERi0xLjQKJSVFT0YK',
    caption: 'Figure 1: Overall methodology pipeline',
    pages: '2-4',
    iterations: 3,
    aspect_ratio: '16:9',
    output_formats: ['png'],
  },
};
