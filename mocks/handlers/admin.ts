import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { createKey, deleteKey, getKey, listKeys, updateKey } from '../../src/shared/endpoints/paperbanana-admin';
import { describeFields } from '../../src/shared/fields';
import type { ApiKey } from '../key-ring';
import { validateBody } from '../pydantic';
import { hashOf } from '../random';
import { timestamp } from '../seeds';
import { refuse, refuseFields } from './answers';
import type { Context } from './context';
import { refuseAdmin, refuseBody } from './guard';
import { pattern } from './tasks';

/** The whole key is told when it is made; later answers shorten it, unless the server behaves as observed. */
const shortened = (key: string): string => `${key.slice(0, 9)}...`;

const SHOWN = [
  'key',
  'name',
  'quota_remaining',
  'quota_total',
  'total_used',
  'active',
  'created_at',
  'webhook_url',
] as const;

const recordOf = (key: ApiKey): Record<string, unknown> => Object.fromEntries(SHOWN.map((name) => [name, key[name]]));

/** A key in a list or by itself: without its webhook in the documentation, with it as observed. */
function shown(key: ApiKey, observed: boolean): Record<string, unknown> {
  const record = recordOf(key);
  if (observed) return record;
  const { webhook_url: webhook, ...rest } = record;
  return { ...rest, key: shortened(key.key), ...(typeof webhook === 'string' && { webhook_url: webhook }) };
}

/** Checks credential and body as every admin request with one does. */
function readBody(
  request: Request,
  context: Context,
  fields: ReturnType<typeof describeFields>,
): Record<string, unknown> | Response {
  const sent = context.bodyOf(request);
  const settings = context.settings();
  const refusal = refuseBody(sent, settings) ?? refuseAdmin(request.headers.get('authorization'), context.adminKey);
  if (refusal) return refusal;
  const checked = validateBody(fields, sent.kind === 'json' ? sent.value : sent.kind === 'other' ? sent.text : null);
  return checked.ok ? checked.value : refuseFields(checked.issues, settings.behaviour);
}

function creation(context: Context): HttpHandler {
  const fields = describeFields(createKey.input);
  return http.post(`*${createKey.path}`, async ({ request }) => {
    const { settings, keys, clock } = context;
    const observed = settings().behaviour === 'observed';
    const body = readBody(
      request,
      context,
      // observed servers want a number; the documentation takes its absence for no limit
      fields.map((field) => (field.name === 'quota' && observed ? { ...field, required: true } : field)),
    );
    if (body instanceof Response) return body;
    const quota = typeof body['quota'] === 'number' ? body['quota'] : null;
    const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
    const key: ApiKey = {
      key: `pb_${hashOf('key', settings().seed, clock.now(), keys.list().length, String(body['name'])).slice(0, 32)}`,
      name: String(body['name']),
      quota_remaining: quota,
      quota_total: quota,
      total_used: 0,
      active: true,
      created_at: timestamp(clock.now()),
      webhook_url: text(body['webhook_url']),
      webhook_secret: text(body['webhook_secret']),
      usage_log: [],
    };
    keys.add(key);
    await context.save();
    return HttpResponse.json(recordOf(key), { status: 201 });
  });
}

function update(context: Context): HttpHandler {
  const fields = describeFields(updateKey.input);
  return http.patch(pattern(updateKey.path), async ({ request, params }) => {
    const body = readBody(request, context, fields);
    if (body instanceof Response) return body;
    const key = context.keys.find(String(params['key']));
    if (!key) return refuse(404, 'API key not found');
    const { quota_remaining: remaining, quota_total: total, active } = body;
    if (typeof remaining === 'number') key.quota_remaining = remaining;
    if (typeof total === 'number') key.quota_total = total;
    if (typeof active === 'boolean') key.active = active;
    // null leaves a text as it is, an empty one takes it away
    for (const name of ['webhook_url', 'webhook_secret'] as const) {
      const value = body[name];
      if (typeof value === 'string') key[name] = value === '' ? null : value;
    }
    await context.save();
    return HttpResponse.json(shown(key, context.settings().behaviour === 'observed'));
  });
}

export function adminHandlers(context: Context): HttpHandler[] {
  const { keys, settings } = context;
  const refusal = (request: Request): Response | undefined =>
    refuseAdmin(request.headers.get('authorization'), context.adminKey);
  const observed = (): boolean => settings().behaviour === 'observed';
  return [
    creation(context),
    update(context),
    http.get(
      `*${listKeys.path}`,
      ({ request }) => refusal(request) ?? HttpResponse.json(keys.list().map((key) => shown(key, observed()))),
    ),
    http.get(pattern(getKey.path), ({ request, params }) => {
      const refused = refusal(request);
      if (refused) return refused;
      const key = keys.find(String(params['key']));
      if (!key) return refuse(404, 'API key not found');
      return HttpResponse.json({ ...shown(key, observed()), usage_log: key.usage_log });
    }),
    http.delete(pattern(deleteKey.path), async ({ request, params }) => {
      const refused = refusal(request);
      if (refused) return refused;
      const key = keys.find(String(params['key']));
      if (!key) return refuse(404, 'API key not found');
      keys.remove(key);
      await context.save();
      // an empty body under JSON's name, as the server sends it
      return new HttpResponse(null, { status: 204, headers: { 'content-type': 'application/json' } });
    }),
  ];
}
