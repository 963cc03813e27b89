import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { DEMO_CREDENTIALS, DEMO_WEBHOOK_SECRET } from '../../../mocks/credentials';
import { createMockProvider } from '../../../mocks/provider';
import { signBody } from '../../../src/main/webhooks/signature';
import { systemClock } from '../../../src/shared/clock';
import { DEFAULT_DEMO_SETTINGS, type DemoSettings } from '../../../src/shared/settings';

interface Posted {
  url: string;
  headers: Record<string, string>;
  text: string;
}

function world(statuses: number[] = [], settings: Partial<DemoSettings> = {}) {
  const posted: Posted[] = [];
  const mock = createMockProvider({
    settings: () => ({ ...DEFAULT_DEMO_SETTINGS, speed: 0, ...settings }),
    clock: systemClock,
    resourcesDir: join(__dirname, '../../../resources'),
    rasterize: async () => new Uint8Array([137, 80, 78, 71]),
    async deliver(request) {
      posted.push({ url: request.url, headers: Object.fromEntries(request.headers), text: await request.text() });
      return new Response(null, { status: statuses.shift() ?? 204 });
    },
  });
  async function send(method: string, url: string, key: string, body: unknown): Promise<Record<string, unknown>> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const init = method === 'GET' ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    return (await mock.fetch(new Request(url, init)).then((response) => response.json())) as Record<string, unknown>;
  }
  const generate = (fields: object) =>
    send('POST', 'https://api.paperbanana.me/api/generate', DEMO_CREDENTIALS.paperbanana.user, {
      ...{ source_context: 'Six layers.', caption: 'An encoder' },
      ...fields,
    });
  const changeKey = (body: object) =>
    send(
      'PATCH',
      `https://api.paperbanana.me/api/admin/keys/${DEMO_CREDENTIALS.paperbanana.user}`,
      DEMO_CREDENTIALS.paperbanana.admin,
      body,
    );
  return { posted, mock, send, generate, changeKey };
}

const HOOK = 'http://127.0.0.1:47821/hooks';

it('posts the end of a task as the service does, signed with the key’s secret', async () => {
  const { posted, generate } = world();
  const { task_id: id } = await generate({ webhook_url: HOOK });
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  const [{ url, headers, text } = { url: '', headers: {}, text: '' }] = posted;
  expect(url).toBe(HOOK);
  expect(headers).toMatchObject({
    'x-paperbanana-event': 'task.completed',
    'x-paperbanana-signature': signBody(new TextEncoder().encode(text), DEMO_WEBHOOK_SECRET),
  });
  expect(text).toMatch(/^\{"event": "task\.completed", "task_id": /);
  expect(JSON.parse(text)).toMatchObject({
    ...{ task_id: id, status: 'completed', diagram_type: 'methodology', image_base64: null, error: null },
    image_url: `https://api.paperbanana.me/api/tasks/${String(id)}/image`,
  });
});

it('sends the picture along where the request asked for it', async () => {
  const { posted, generate } = world();
  await generate({ webhook_url: HOOK, webhook_include_image: true });
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  expect(JSON.parse(posted[0]?.text ?? '')).toMatchObject({ image_base64: 'iVBORw==' });
});

it('takes the request’s address before the key’s, the key’s for none and for an empty one, and none once it is removed', async () => {
  const { posted, generate, changeKey } = world();
  await changeKey({ webhook_url: `${HOOK}/key` });
  await generate({ webhook_url: `${HOOK}/request` });
  await generate({});
  await generate({ webhook_url: '' });
  await vi.waitFor(() => expect(posted).toHaveLength(3));
  expect(posted.map(({ url }) => url).sort()).toEqual([`${HOOK}/key`, `${HOOK}/key`, `${HOOK}/request`]);
  await changeKey({ webhook_url: '' });
  await generate({});
  await generate({ webhook_url: `${HOOK}/last` });
  await vi.waitFor(() => expect(posted).toHaveLength(4));
  expect(posted[3]?.url).toBe(`${HOOK}/last`);
});

it('tells a task that failed', async () => {
  const failures = { ...DEFAULT_DEMO_SETTINGS.failures, jobFails: true };
  const { posted, generate } = world([], { failures });
  await generate({ webhook_url: HOOK });
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  expect(posted[0]?.headers['x-paperbanana-event']).toBe('task.failed');
});

it('sends the same again while the receiver refuses, and gives up as observed servers do', async () => {
  const { posted, generate, send } = world([500, 500, 500, 500], { behaviour: 'observed' });
  await generate({ webhook_url: HOOK });
  await vi.waitFor(() => expect(posted).toHaveLength(3));
  expect(new Set(posted.map(({ text, headers }) => text + String(headers['x-paperbanana-signature']))).size).toBe(1);
  const history = 'https://api.paperbanana.me/api/admin/history';
  const admin = DEMO_CREDENTIALS.paperbanana.admin;
  const { items } = (await send('GET', history, admin, null)) as { items: { task_id: string }[] };
  await vi.waitFor(async () =>
    expect(await send('GET', `${history}/${String(items[0]?.task_id)}`, admin, null)).toMatchObject({
      ...{ webhook_status: 'failed', webhook_attempts: 3, webhook_last_error: 'HTTP 500' },
    }),
  );
});

it('leaves this computer never', async () => {
  const { posted, generate } = world();
  await generate({ webhook_url: 'https://example.com/hooks' });
  await generate({ webhook_url: HOOK });
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  expect(posted[0]?.url).toBe(HOOK);
});

it('posts BananaHub’s job unsigned, in the shape of a poll', async () => {
  const { posted, send } = world();
  const created = await send('POST', 'https://bananahub.io/api/v1/text-generations', DEMO_CREDENTIALS.bananahub.user, {
    ...{ prompt: 'A plantain', aspect_ratio: '1:1', callback_url: HOOK },
  });
  await vi.waitFor(() => expect(posted).toHaveLength(1));
  expect(Object.keys(posted[0]?.headers ?? {})).not.toContain('x-paperbanana-signature');
  expect(JSON.parse(posted[0]?.text ?? '')).toMatchObject({ job_id: created['job_id'], status: 'done', error: null });
});
