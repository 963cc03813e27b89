import { z } from 'zod';
import { field } from '../fields';
import { requiredText } from './common-fields';
import type { Endpoint, Rule } from './endpoint';
import { webhookIncludeImage, webhookUrl } from './paperbanana-fields';
import { accepted, taskJob } from './paperbanana-task';

const LAYOUT = /^(\d+)x(\d+)$/i;

/** `RxC` with both at least 1, or auto. */
const layout = z
  .string()
  .trim()
  .superRefine((value, context) => {
    if (/^auto$/i.test(value)) return;
    const parts = LAYOUT.exec(value);
    if (!parts) context.addIssue({ code: 'custom', message: 'layout_format' });
    else if (Number(parts[1]) < 1 || Number(parts[2]) < 1)
      context.addIssue({ code: 'custom', message: 'layout_not_positive' });
  });

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** In the order in which the server checks. */
const compositeRules: readonly Rule[] = [
  {
    fields: ['layout', 'source_task_ids'],
    check(values) {
      const parts = typeof values['layout'] === 'string' ? LAYOUT.exec(values['layout'].trim()) : null;
      const sources = countOf(values['source_task_ids']);
      if (!parts || Number(parts[1]) * Number(parts[2]) >= sources) return undefined;
      return {
        fields: ['layout', 'source_task_ids'],
        code: 'layout_too_small',
        params: { cells: Number(parts[1]) * Number(parts[2]), panels: sources },
        repairs: [{ code: 'auto_layout', set: { layout: undefined } }],
      };
    },
  },
  {
    fields: ['labels', 'source_task_ids'],
    check(values) {
      const { labels } = values;
      const sources = countOf(values['source_task_ids']);
      if (!Array.isArray(labels) || labels.length === sources) return undefined;
      return {
        fields: ['labels', 'source_task_ids'],
        code: 'label_count',
        params: { labels: labels.length, panels: sources },
        repairs: [{ code: 'auto_labels', set: { labels: undefined } }],
      };
    },
  },
];

export const composite: Endpoint = {
  id: 'paperbanana.composite',
  provider: 'paperbanana',
  method: 'POST',
  path: '/api/composite',
  credential: { kind: 'bearer', role: 'user' },
  input: z.strictObject({
    source_task_ids: field(z.array(requiredText.max(200)).min(2), { in: 'body', widget: 'job-picker' }),
    layout: field(layout.optional(), { in: 'body', widget: 'text', serverDefault: 'auto', row: 'arrangement' }),
    label_position: field(z.enum(['top', 'bottom']).optional(), {
      in: 'body',
      widget: 'segments',
      serverDefault: 'bottom',
      row: 'arrangement',
    }),
    labels: field(z.array(z.string().max(500)).optional(), { in: 'body', widget: 'labels' }),
    spacing: field(z.int().min(0).max(1000).optional(), {
      in: 'body',
      widget: 'integer',
      serverDefault: 20,
      row: 'measures',
    }),
    label_font_size: field(z.int().min(1).max(1000).optional(), {
      in: 'body',
      widget: 'integer',
      serverDefault: 32,
      row: 'measures',
    }),
    webhook_url: webhookUrl,
    webhook_include_image: webhookIncludeImage,
  }),
  answer: { kind: 'json', status: 202, schema: accepted },
  job: taskJob,
  rules: compositeRules,
  units: 1,
  timeoutMs: 60_000,
  group: 'create',
  view: 'picture',
  icon: 'layout-grid',
  historyTitle: (input) => (Array.isArray(input['labels']) ? input['labels'].filter(Boolean).join(' ') : undefined),
  example: {
    source_task_ids: ['task_a', 'task_b', 'task_c'],
    layout: '1x3',
    labels: ['(a)', '(b)', '(c)'],
    spacing: 20,
    label_position: 'bottom',
    label_font_size: 32,
  },
};
