import { z } from 'zod';
import { field } from '../fields';
import { fileRefSchema } from '../file-ref';
import { parsePageRanges } from '../page-ranges';
import type { Endpoint, JobReading, JobSpec, Rule } from './endpoint';
import { titleFrom } from './endpoint';

export const ASPECT_RATIOS = ['auto', '1:1', '5:4', '4:3', '3:2', '16:9', '21:9', '4:5', '3:4', '2:3', '9:16'] as const;
const VLM_PROVIDERS = ['gemini', 'openrouter', 'kie', 'apimart'] as const;
const IMAGE_MODELS = [
  'nano-banana-pro',
  'google/nano-banana',
  'nano-banana-2',
  'gpt-image-2-text-to-image',
] as const;
const RESOLUTIONS = ['1K', '2K', '4K'] as const;

/** The largest PDF that can be declared; the user's own limit in the settings is checked before. */
const MAX_PDF_BYTES = 500_000_000;

const requiredText = z.string().trim().min(1);

/** `1`, `1,3-5`, `5-3`; normalised without spaces. The problem's part is named, so that a form can point at it. */
const pageList = z
  .string()
  .max(2000)
  .superRefine((value, context) => {
    const ranges = parsePageRanges(value);
    if (!ranges.ok)
      context.addIssue({ code: 'custom', message: `pages_${ranges.problem.reason}`, params: { part: ranges.problem.part } });
  });

const webUrl = z.string().superRefine((value, context) => {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'not_a_url' });
    return;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') context.addIssue({ code: 'custom', message: 'not_a_web_url' });
});

const base64Text = z.string().regex(/^(data:application\/pdf;base64,)?[A-Za-z0-9+/\s]+=*\s*$/);

const iterations = field(z.int().min(1).max(10).optional(), {
  in: 'body',
  widget: 'slider',
  serverDefault: 3,
  row: 'quality',
});
const imageResolution = field(z.enum(RESOLUTIONS).optional(), { in: 'body', widget: 'segments', row: 'quality' });
const aspectRatio = field(z.enum(ASPECT_RATIOS).optional(), { in: 'body', widget: 'aspect-ratio' });
const pngOnly = field(z.array(z.enum(['png'])).min(1).optional(), {
  in: 'body',
  widget: 'choices',
  more: true,
  serverDefault: ['png'],
});
const vlmProvider = field(z.enum(VLM_PROVIDERS).optional(), { in: 'body', widget: 'choice', more: true, row: 'vlm' });
const vlmModel = field(z.string().trim().min(1).max(200).optional(), { in: 'body', widget: 'text', more: true, row: 'vlm' });
const imageModel = field(z.enum(IMAGE_MODELS).optional(), { in: 'body', widget: 'choice', more: true });
const webhookUrl = field(webUrl.optional(), { in: 'body', widget: 'url', more: true });
const webhookIncludeImage = field(z.boolean().optional(), {
  in: 'body',
  widget: 'switch',
  more: true,
  serverDefault: false,
});
const caption = field(requiredText.max(20_000), { in: 'body', widget: 'long-text' });

/** What follows the subject in both diagram endpoints. */
const drawing = {
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

const drawingRules: readonly Rule[] = [
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

const accepted = z.object({ task_id: z.string().min(1), status: z.string() });

const artifact = z.object({ format: z.string(), media_type: z.string().optional(), download_url: z.string().optional() });
export const taskSchema = z.object({
  task_id: z.string(),
  status: z.enum(['pending', 'running', 'completed', 'failed']),
  diagram_type: z.string().nullish(),
  image_base64: z.string().nullish(),
  artifacts: z.record(z.string(), artifact).nullish(),
  description: z.string().nullish(),
  error: z.string().nullish(),
});
type Task = z.infer<typeof taskSchema>;

const ARTIFACT_FORMATS = ['png', 'svg', 'pdf'];

function completed(task: Task, remoteId: string): JobReading {
  const listed = Object.keys(task.artifacts ?? {}).filter((format) => ARTIFACT_FORMATS.includes(format));
  // older servers list no artifacts: a diagram then has its PNG, a polished prompt has nothing
  const formats = listed.length > 0 ? listed : task.diagram_type === 'prompt_optimization' ? [] : ['png'];
  return {
    state: 'completed',
    description: task.description ?? null,
    artifacts: formats.map((format) => ({
      source: {
        kind: 'endpoint',
        format,
        endpoint: 'paperbanana.taskImage',
        input: format === 'png' ? { task_id: remoteId } : { task_id: remoteId, format },
      },
      ...(format === 'png' && task.image_base64
        ? { fallback: { kind: 'inline' as const, format, base64: task.image_base64 } }
        : {}),
    })),
  };
}

const taskJob: JobSpec = {
  remoteId: (answer) => accepted.safeParse(answer).data?.task_id,
  pollEndpoint: 'paperbanana.task',
  pollInput: (remoteId) => ({ task_id: remoteId }),
  interval: [3000, 5000],
  read(answer, remoteId) {
    const task = taskSchema.parse(answer);
    switch (task.status) {
      case 'pending':
        return { state: 'queued' };
      case 'running':
        return { state: 'running' };
      case 'failed':
        return { state: 'failed', reason: task.error ?? '' };
      case 'completed':
        return completed(task, remoteId);
    }
  },
};

const apiKey = { kind: 'bearer', role: 'user' } as const;
const taskId = field(requiredText.max(200), { in: 'path', widget: 'text' });

export const health: Endpoint = {
  id: 'paperbanana.health',
  provider: 'paperbanana',
  method: 'GET',
  path: '/api/health',
  credential: { kind: 'none' },
  input: z.strictObject({}),
  answer: { kind: 'json', status: 200, schema: z.object({ status: z.string(), version: z.string().optional() }) },
  rules: [],
  units: 0,
  timeoutMs: 15_000,
  group: 'server',
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
  timeoutMs: 60_000,
  group: 'create',
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
    pdf_base64: field(z.union([fileRefSchema, base64Text], 'required'), {
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
  rules: drawingRules,
  units: 1,
  // a large PDF takes its time on a thin line; the clock runs until the answer's first byte
  timeoutMs: 300_000,
  group: 'create',
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

export const task: Endpoint = {
  id: 'paperbanana.task',
  provider: 'paperbanana',
  method: 'GET',
  path: '/api/tasks/{task_id}',
  credential: apiKey,
  input: z.strictObject({ task_id: taskId }),
  answer: { kind: 'json', status: 200, schema: taskSchema },
  rules: [],
  units: 0,
  timeoutMs: 30_000,
  group: 'plumbing',
  icon: 'list-checks',
  historyTitle: titleFrom('task_id'),
  example: { task_id: 'a1b2c3d4e5f6' },
};

export const taskImage: Endpoint = {
  id: 'paperbanana.taskImage',
  provider: 'paperbanana',
  method: 'GET',
  path: '/api/tasks/{task_id}/image',
  credential: apiKey,
  input: z.strictObject({
    task_id: taskId,
    format: field(z.enum(['png', 'svg', 'pdf']).optional(), { in: 'query', widget: 'segments', serverDefault: 'png' }),
  }),
  answer: { kind: 'binary', status: 200, mediaTypes: ['image/png', 'image/jpeg', 'image/svg+xml', 'application/pdf'] },
  rules: [],
  units: 0,
  timeoutMs: 60_000,
  group: 'plumbing',
  icon: 'image-down',
  historyTitle: titleFrom('task_id'),
  example: { task_id: 'a1b2c3d4e5f6' },
};
