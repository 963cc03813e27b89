import { afterEach, beforeEach, expect, it } from 'vitest';
import { taskImage } from '../../../src/shared/endpoints/paperbanana-tasks';
import { settle } from '../../support/fake-clock';
import { createHttpWorld, errorOf } from '../../support/http-world';
import type { LoopbackServer, Reply } from '../../support/loopback-server';
import { content, cut, cutAfter, drip, flood, json, startLoopbackServer } from '../../support/loopback-server';

let server: LoopbackServer;
beforeEach(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.close());

const ROUTE = 'GET /api/tasks/t1/image';
const t1 = { task_id: 't1' };

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it('streams the bytes and records their number, not themselves', async () => {
  const { client, to, exchanges } = createHttpWorld();
  const picture = Buffer.alloc(3_000_000, 7);
  server.on(ROUTE, content(200, 'image/png', picture));
  const { contentType, body } = await client.download(to(server.url, taskImage, t1));
  expect(contentType).toBe('image/png');
  expect(exchanges).toEqual([]);
  expect((await collect(body)).equals(picture)).toBe(true);
  expect(exchanges).toMatchObject([
    { status: 200, responseBytes: 3_000_000, responseBody: null, error: null, endpoint: 'paperbanana.taskImage' },
  ]);
});

it('repeats a download whose connection is cut before the answer', async () => {
  const { client, to } = createHttpWorld();
  server.on(ROUTE, cut, content(200, 'image/png', 'png'));
  await collect((await client.download(to(server.url, taskImage, t1))).body);
  expect(server.received).toHaveLength(2);
});

it('says connection_lost when the file breaks off, and asks no second time by itself', async () => {
  const { client, to, exchanges } = createHttpWorld();
  server.on(ROUTE, cutAfter(200, 'image/png', 'half'));
  const { body } = await client.download(to(server.url, taskImage, t1));
  expect(await errorOf(collect(body))).toMatchObject({ code: 'connection_lost', retryable: true });
  expect(server.received).toHaveLength(1);
  expect(exchanges).toMatchObject([{ error: { code: 'connection_lost' }, responseBytes: 4 }]);
});

it('says what the server says in place of a file', async () => {
  const { client, to } = createHttpWorld();
  const errorFor = async (reply: Reply) => {
    server.on(ROUTE, reply);
    return errorOf(client.download(to(server.url, taskImage, t1)));
  };
  expect(await errorFor(json(404, { detail: 'Image not available yet' }))).toMatchObject({ code: 'not_found' });
  expect(await errorFor(json(403, { detail: 'Quota exhausted' }))).toMatchObject({ code: 'quota_exhausted' });
  expect(await errorFor(json(200, { task_id: 't1' }))).toMatchObject({ code: 'bad_answer' });
  expect(await errorFor(content(200, 'text/html', '<html>'))).toMatchObject({ code: 'gateway_page' });
});

it('gives up on a file that stands still for a minute', async () => {
  const { client, to, clock } = createHttpWorld();
  const file = drip(200, 'image/png');
  server.on(ROUTE, file.reply);
  const { body } = await client.download(to(server.url, taskImage, t1));
  const pieces = body[Symbol.asyncIterator]();
  for (const piece of ['a', 'b', 'c']) {
    const next = pieces.next();
    file.send(piece);
    expect(Buffer.from((await next).value as Uint8Array).toString()).toBe(piece);
    await clock.advance(50_000);
  }
  const stalled = errorOf(pieces.next());
  await clock.advance(60_000);
  expect(await stalled).toMatchObject({ code: 'timeout' });
  expect(clock.pending()).toEqual([]);
});

it('stops a file past half a gigabyte', async () => {
  const piece = new Uint8Array(4_000_000);
  const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(piece) });
  const { client, to } = createHttpWorld(
    async () => new Response(endless(), { headers: { 'content-type': 'image/png' } }),
  );
  const { body } = await client.download(to(server.url, taskImage, t1));
  let bytes = 0;
  const read = async () => {
    for await (const chunk of body) bytes += chunk.length;
  };
  expect(await errorOf(read())).toMatchObject({ code: 'answer_too_large' });
  expect(bytes).toBe(512_000_000);
});

it('closes the connection when the reader leaves, and when nobody ever reads', async () => {
  const { client, to, clock, exchanges } = createHttpWorld();
  const closed: Promise<void>[] = [];
  server.on(ROUTE, (response, { socket }) => {
    closed.push(new Promise((resolve) => socket.once('close', () => resolve())));
    flood(200, 'image/png', Buffer.alloc(1000))(response, server.received.at(-1)!);
  });
  const left = await client.download(to(server.url, taskImage, t1));
  for await (const chunk of left.body) if (chunk.length > 0) break;
  await closed[0];
  await client.download(to(server.url, { ...taskImage, timeoutMs: 300_000 }, t1));
  await clock.advance(60_000);
  await closed[1];
  await settle();
  expect(exchanges.map(({ error }) => error?.code)).toEqual(['canceled', 'timeout']);
});
