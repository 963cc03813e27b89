import { afterEach, beforeEach, expect, it } from 'vitest';
import { generate } from '../../../src/shared/endpoints/paperbanana';
import { task, taskImage } from '../../../src/shared/endpoints/paperbanana-tasks';
import { SECRET, createHttpWorld, errorOf } from '../../support/http-world';
import type { LoopbackServer } from '../../support/loopback-server';
import { content, json, redirect, startLoopbackServer } from '../../support/loopback-server';

let server: LoopbackServer;
let other: LoopbackServer;
beforeEach(async () => {
  [server, other] = await Promise.all([startLoopbackServer(), startLoopbackServer()]);
});
afterEach(() => Promise.all([server.close(), other.close()]));

const running = json(200, { task_id: 't1', status: 'running' });
const t1 = { task_id: 't1' };

it('follows a GET on the same origin with its credential', async () => {
  const { client, to, exchanges } = createHttpWorld();
  server.on('GET /api/tasks/t1', redirect(307, '/api/tasks/t1/'));
  server.on('GET /api/tasks/t1/', running);
  await client.call(to(server.url, task, t1));
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${SECRET}`, `Bearer ${SECRET}`]);
  expect(exchanges).toMatchObject([{ attempts: 1, status: 200 }]);
});

it('does not follow a GET to plain http on another origin', async () => {
  const { client, to } = createHttpWorld();
  server.on('GET /api/tasks/t1', redirect(302, `${other.url}/steal`));
  const error = await errorOf(client.call(to(server.url, task, t1)));
  expect(error).toMatchObject({ code: 'refused', status: 302, detail: `HTTP 302 → ${other.url}/steal` });
  expect(other.received).toHaveLength(0);
});

it('follows a download to another https origin without Authorization', async () => {
  // https is played by the fetch: what is asked of the other origin is what counts
  const { client, to } = createHttpWorld((request) => {
    const url = request.url.replace('https://files.example', other.url);
    return globalThis.fetch(new Request(url, { headers: request.headers, redirect: 'manual' }));
  });
  server.on('GET /api/tasks/t1/image', redirect(302, 'https://files.example/i.png'));
  other.on('GET /i.png', redirect(302, 'https://files.example/final.png'));
  other.on('GET /final.png', content(200, 'image/png', 'png'));
  const { body } = await client.download(to(server.url, taskImage, t1));
  for await (const chunk of body) expect(Buffer.from(chunk).toString()).toBe('png');
  expect(server.received[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
  expect(other.received).toHaveLength(2);
  for (const { headers } of other.received) expect(headers.authorization).toBeUndefined();
});

it('stops after three redirects', async () => {
  const { client, to } = createHttpWorld();
  server.on('GET /api/tasks/t1', redirect(307, '/api/tasks/t1'));
  expect(await errorOf(client.call(to(server.url, task, t1)))).toMatchObject({ code: 'refused', status: 307 });
  expect(server.received).toHaveLength(4);
});

it('does not follow a POST, not even to its own trailing slash', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', redirect(307, '/api/generate/'));
  const error = await errorOf(client.call(to(server.url, generate, { source_context: 'a', caption: 'b' })));
  expect(error).toMatchObject({ code: 'refused', status: 307, spent: 'no', detail: 'HTTP 307 → /api/generate/' });
  expect(server.received).toHaveLength(1);
});
