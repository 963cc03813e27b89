import { z } from 'zod';
import { field } from '../fields';
import { secretRefSchema } from '../secret-ref';
import { pathText, requiredText, webUrl } from './common-fields';
import type { Endpoint, Rule } from './endpoint';
import { titleFrom } from './endpoint';
import { looseFlag, looseId, looseNumber, looseReason, looseText } from './lenient';

const adminKey = { kind: 'bearer', role: 'admin' } as const;

/** null, -1 and absent all mean without limit. */
const units = looseNumber;

export const keyRecordSchema = z.looseObject({
  key: z.string(),
  name: z.string().catch(''),
  quota_remaining: units,
  quota_total: units,
  total_used: looseNumber,
  active: looseFlag,
  created_at: looseText,
  webhook_url: looseText,
});

export const usageEntrySchema = z.looseObject({
  id: looseId,
  task_id: looseText,
  endpoint: looseId,
  created_at: looseText,
});
export const keyDetailSchema = keyRecordSchema.extend({ usage_log: z.array(usageEntrySchema).nullish().catch(null) });

/** Units that a record leaves: null for "as many as you like". */
export function unitsLeft(value: number | null | undefined): number | null {
  return value === undefined || value === null || value < 0 ? null : value;
}

const key = field(z.union([secretRefSchema, pathText(200)]), { in: 'path', widget: 'secret', masked: true });
const quota = z.int().min(0).optional();
const secret = (schema: z.ZodType) => field(schema, { in: 'body', widget: 'secret', masked: true, row: 'webhook' });
const shared = {
  provider: 'paperbanana',
  credential: adminKey,
  rules: [],
  units: 0,
  timeoutMs: 30_000,
  group: 'admin',
  secretAnswers: ['key'],
} as const;

export const listKeys: Endpoint = {
  ...shared,
  id: 'paperbanana.listKeys',
  method: 'GET',
  path: '/api/admin/keys',
  input: z.strictObject({}),
  answer: { kind: 'json', status: 200, schema: z.array(keyRecordSchema) },
  view: 'keys',
  icon: 'key-round',
  historyTitle: () => undefined,
  example: {},
};

export const createKey: Endpoint = {
  ...shared,
  id: 'paperbanana.createKey',
  method: 'POST',
  path: '/api/admin/keys',
  input: z.strictObject({
    name: field(requiredText.max(200), { in: 'body', widget: 'text' }),
    quota: field(quota, { in: 'body', widget: 'integer' }),
    webhook_url: field(webUrl.optional(), { in: 'body', widget: 'url', row: 'webhook' }),
    webhook_secret: secret(z.string().min(1).max(1000).optional()),
  }),
  answer: { kind: 'json', status: 201, schema: keyRecordSchema },
  view: 'key',
  icon: 'key-square',
  historyTitle: titleFrom('name'),
  example: { name: 'my-app', quota: 100 },
};

export const getKey: Endpoint = {
  ...shared,
  id: 'paperbanana.getKey',
  method: 'GET',
  path: '/api/admin/keys/{key}',
  input: z.strictObject({ key }),
  answer: { kind: 'json', status: 200, schema: keyDetailSchema },
  view: 'key',
  icon: 'scan-search',
  historyTitle: () => undefined,
  example: { key: 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6' },
};

/** Left and in all are two numbers of their own at the server; a key with more left than it was given is odd. */
const moreLeftThanInAll: Rule = {
  fields: ['quota_remaining', 'quota_total'],
  check({ quota_remaining: left, quota_total: total }) {
    if (typeof left !== 'number' || typeof total !== 'number' || left <= total) return undefined;
    return {
      fields: ['quota_remaining', 'quota_total'],
      code: 'more_left_than_in_all',
      params: { left, total },
      repairs: [{ code: 'raise_total', params: { left }, set: { quota_total: left } }],
    };
  },
};

export const updateKey: Endpoint = {
  ...shared,
  id: 'paperbanana.updateKey',
  method: 'PATCH',
  path: '/api/admin/keys/{key}',
  input: z.strictObject({
    key,
    quota_remaining: field(quota, { in: 'body', widget: 'integer', row: 'quota' }),
    quota_total: field(quota, { in: 'body', widget: 'integer', row: 'quota' }),
    active: field(z.boolean().optional(), { in: 'body', widget: 'switch' }),
    // an empty text takes the webhook away
    webhook_url: field(z.union([z.literal(''), webUrl]).optional(), { in: 'body', widget: 'url', row: 'webhook' }),
    webhook_secret: secret(z.string().max(1000).optional()),
  }),
  doubts: [moreLeftThanInAll],
  answer: { kind: 'json', status: 200, schema: keyRecordSchema },
  view: 'key',
  icon: 'square-pen',
  historyTitle: () => undefined,
  example: {
    key: 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
    quota_remaining: 150,
    quota_total: 200,
    active: true,
  },
};

export const deleteKey: Endpoint = {
  ...shared,
  id: 'paperbanana.deleteKey',
  method: 'DELETE',
  path: '/api/admin/keys/{key}',
  input: z.strictObject({ key }),
  answer: { kind: 'empty', status: 204 },
  irreversible: true,
  view: 'gone',
  icon: 'trash-2',
  historyTitle: () => undefined,
  example: { key: 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6' },
};

/** Observed servers name an item by its task alone; `id` is for those that count their items. */
const historyItemSchema = z.looseObject({
  task_id: looseText,
  id: looseText,
  endpoint: looseText,
  status: looseText,
  created_at: looseText,
});
export type HistoryItem = z.infer<typeof historyItemSchema>;

/** One odd item must not hide the others. */
const historyItems = z.array(z.unknown()).transform((items) =>
  items.flatMap((item) => {
    const { data } = historyItemSchema.safeParse(item);
    return data ? [data] : [];
  }),
);

export const historySchema = z.looseObject({ items: historyItems, total: looseNumber, pages: looseNumber });

export const historyEntrySchema = historyItemSchema.extend({
  description: looseText,
  error: looseReason,
  image_base64: looseText,
});

/**
 * Undocumented, and so outside the catalogue: some servers keep a history of all tasks, which is the only way to
 * a result that the server's memory has lost. A 404 says that this one has none.
 */
export const adminHistory: Endpoint = {
  ...shared,
  id: 'paperbanana.adminHistory',
  method: 'GET',
  path: '/api/admin/history',
  input: z.strictObject({
    page: field(z.int().min(1).optional(), { in: 'query', widget: 'integer' }),
    size: field(z.int().min(1).max(100).optional(), { in: 'query', widget: 'integer' }),
    endpoint: field(z.string().optional(), { in: 'query', widget: 'text' }),
    status: field(z.string().optional(), { in: 'query', widget: 'text' }),
  }),
  answer: { kind: 'json', status: 200, schema: historySchema },
  secretAnswers: ['key', 'api_key'],
  view: 'task',
  icon: 'history',
  historyTitle: () => undefined,
  example: {},
};

/** One entry of it, with the description and, where the server kept it, the picture as base64. */
export const adminHistoryItem: Endpoint = {
  ...shared,
  id: 'paperbanana.adminHistoryItem',
  method: 'GET',
  path: '/api/admin/history/{task_id}',
  input: z.strictObject({ task_id: field(pathText(200), { in: 'path', widget: 'text' }) }),
  answer: { kind: 'json', status: 200, schema: historyEntrySchema },
  secretAnswers: ['key', 'api_key'],
  view: 'task',
  icon: 'history',
  historyTitle: () => undefined,
  example: { task_id: 'a1b2c3d4e5f6' },
};
