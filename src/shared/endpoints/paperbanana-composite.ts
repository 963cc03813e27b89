import { z } from 'zod';
import { compositeRefusal, COMPOSITE_DEFAULTS, MIN_SOURCES, readLayout } from '../composite-layout';
import { field } from '../fields';
import { requiredText } from './common-fields';
import type { Endpoint, Rule } from './endpoint';
import { webhookIncludeImage, webhookUrl } from './paperbanana-fields';
import { accepted, taskJob } from './paperbanana-task';

/** `RxC` with both at least 1, or auto. */
const layout = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const read = readLayout(value);
    if (typeof read === 'object' && 'code' in read) context.addIssue({ code: 'custom', message: read.code });
  });

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** What the server would refuse of these fields; a field that is left out is as good as its default. */
function refusalOf(values: Record<string, unknown>) {
  const { layout, labels, source_task_ids: sources } = values;
  return compositeRefusal(countOf(sources), {
    layout: typeof layout === 'string' ? layout.trim() : COMPOSITE_DEFAULTS.layout,
    labels: Array.isArray(labels) ? labels.map(String) : null,
  });
}

/** In the order in which the server checks. */
const compositeRules: readonly Rule[] = [
  {
    fields: ['layout', 'source_task_ids'],
    check(values) {
      const refusal = refusalOf({ ...values, labels: undefined });
      if (refusal?.code !== 'layout_too_small') return undefined;
      return {
        fields: ['layout', 'source_task_ids'],
        code: 'layout_too_small',
        params: refusal.params,
        repairs: [{ code: 'auto_layout', set: { layout: undefined } }],
      };
    },
  },
  {
    fields: ['labels', 'source_task_ids'],
    check(values) {
      const refusal = refusalOf({ ...values, layout: undefined });
      if (refusal?.code !== 'label_count') return undefined;
      return {
        fields: ['labels', 'source_task_ids'],
        code: 'label_count',
        params: refusal.params,
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
    source_task_ids: field(z.array(requiredText.max(200)).min(MIN_SOURCES), { in: 'body', widget: 'job-picker' }),
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
  instead: { screen: 'figure' },
  rules: compositeRules,
  units: 1,
  timeoutMs: 60_000,
  group: 'create',
  view: 'picture',
  icon: 'layout-grid',
  // letters alone say nothing
  historyTitle: ({ labels }) => {
    const words = Array.isArray(labels) ? labels.map(String).filter((label) => label.trim().length > 3) : [];
    return words.length > 0 ? words.join(', ').slice(0, 200) : undefined;
  },
  example: {
    source_task_ids: ['task_a', 'task_b', 'task_c'],
    layout: '1x3',
    labels: ['(a)', '(b)', '(c)'],
    spacing: 20,
    label_position: 'bottom',
    label_font_size: 32,
  },
};
