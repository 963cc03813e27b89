import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Endpoint } from '../../../src/shared/endpoints/endpoint';
import { generate } from '../../../src/shared/endpoints/paperbanana';
import { task } from '../../../src/shared/endpoints/paperbanana-tasks';
import { settle } from '../../support/fake-clock';
import { createHttpWorld, errorOf } from '../../support/http-world';
import type { LoopbackServer } from '../../support/loopback-server';
import { content, cut, cutAfter, drip, flood, hang, json, startLoopbackServer } from '../../support/loopback-server';

let server: LoopbackServer;
beforeEach(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.close());

const text = { source_context: 'A network.', caption: 'Figure 1' };
const running = json(200, { task_id: 't1', status: 'running' });
const accepted = json(202, { task_id: 't1', status: 'pending' });
/** As BananaHub's will be: the same key gives the same job. */
const withKey: Endpoint = { ...generate, idempotencyHeader: 'Idempotency-Key' };

it('repeats a GET once, at once, when the connection is cut', async () => {
  const { client, to, exchanges } = createHttpWorld();
  server.on('GET /api/tasks/t1', cut, running);
  await client.call(to(server.url, task, { task_id: 't1' }));
  expect(server.received).toHaveLength(2);
  expect(exchanges).toMatchObject([{ attempts: 2, status: 200, error: null }]);
});

it('repeats a GET whose body breaks off', async () => {
  const { client, to } = createHttpWorld();
  server.on('GET /api/tasks/t1', cutAfter(200, 'application/json', '{"task_id'), running);
  await client.call(to(server.url, task, { task_id: 't1' }));
  expect(server.received).toHaveLength(2);
});

it('gives up when the repeated GET is cut too', async () => {
  const { client, to, exchanges } = createHttpWorld();
  server.on('GET /api/tasks/t1', cut);
  const error = await errorOf(client.call(to(server.url, task, { task_id: 't1' })));
  expect(error).toMatchObject({ code: 'connection_lost', retryable: true, spent: 'no' });
  expect(server.received).toHaveLength(2);
  expect(exchanges).toMatchObject([{ attempts: 2, status: null, error: { code: 'connection_lost' } }]);
});

it('sends a POST once and calls it uncertain when the connection is cut after it', async () => {
  const { client, to, exchanges } = createHttpWorld();
  server.on('GET /api/tasks/t1', running);
  server.on('POST /api/generate', cut, accepted);
  await client.call(to(server.url, task, { task_id: 't1' }));
  const error = await errorOf(client.call(to(server.url, generate, text)));
  expect(error).toMatchObject({ code: 'uncertain', spent: 'maybe', retryable: false, params: { cause: 'lost' } });
  expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(exchanges.at(-1)).toMatchObject({ attempts: 1, error: { code: 'uncertain' } });
});

it('knows that the unit is gone when the answer 202 breaks off', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', cutAfter(202, 'application/json', '{"task_id":"0a1'));
  const error = await errorOf(client.call(to(server.url, generate, text)));
  expect(error).toMatchObject({ code: 'uncertain', spent: 'yes', status: 202 });
  expect(server.received).toHaveLength(1);
});

it('repeats a POST with the same idempotency key where the endpoint declares its header', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', cut, accepted);
  await client.call(to(server.url, withKey, text, { idempotencyKey: 'intent-1' }));
  expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['intent-1', 'intent-1']);
  expect(server.received[1]?.body.equals(server.received[0]!.body)).toBe(true);
});

it('stays uncertain when the repeated POST meets a tired server', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', cut, json(503, { detail: 'paused' }));
  const error = await errorOf(client.call(to(server.url, withKey, text, { idempotencyKey: 'intent-1' })));
  expect(error).toMatchObject({ code: 'uncertain', spent: 'maybe' });
});

it('never repeats a POST without a key, header or not', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', cut, accepted);
  await errorOf(client.call(to(server.url, withKey, text)));
  expect(server.received).toHaveLength(1);
});

it('says unreachable, nothing spent, when nobody listens', async () => {
  const { client, to } = createHttpWorld();
  await server.close();
  const error = await errorOf(client.call(to(server.url, generate, text)));
  expect(error).toMatchObject({ code: 'unreachable', spent: 'no', retryable: true });
});

it('says unreachable when the name does not exist or TLS fails', async () => {
  const { client, to } = createHttpWorld();
  const codeAt = async (url: string) => (await errorOf(client.call(to(url, generate, text)))).code;
  expect(await codeAt('http://plantain.invalid')).toBe('unreachable');
  expect(await codeAt(server.url.replace('http:', 'https:'))).toBe('unreachable');
  expect(server.received).toHaveLength(0);
});

it('gives a hung server up after its time', async () => {
  const { client, to, clock } = createHttpWorld();
  server.on('GET /api/tasks/t1', hang);
  server.on('POST /api/generate', hang);
  const poll = errorOf(client.call(to(server.url, task, { task_id: 't1' })));
  const submit = errorOf(client.call(to(server.url, generate, text)));
  await server.arrived(2);
  await clock.advance(Math.max(task.timeoutMs, generate.timeoutMs));
  expect(await poll).toMatchObject({ code: 'timeout', retryable: true });
  expect(await submit).toMatchObject({ code: 'uncertain', spent: 'maybe', params: { cause: 'timeout' } });
  expect(server.received).toHaveLength(2);
  expect(clock.pending()).toEqual([]);
});

it('waits for a slow body as long as it moves, and a minute where it stands still', async () => {
  const { client, to, clock } = createHttpWorld();
  const body = drip(200, 'application/json');
  server.on('GET /api/tasks/t1', body.reply);
  const poll = errorOf(client.call(to(server.url, task, { task_id: 't1' })));
  await server.arrived(1);
  for (const piece of ['{"task_id"', ':"t1",', '"status":']) {
    body.send(piece);
    await pieceRead(clock);
    await clock.advance(55_000);
  }
  await clock.advance(5_000);
  expect(await poll).toMatchObject({ code: 'timeout', status: 200 });
});

it('does not let a server drip for ever', async () => {
  const { client, to, clock } = createHttpWorld();
  const body = drip(200, 'application/json');
  server.on('GET /api/tasks/t1', body.reply);
  let ended = false;
  const poll = errorOf(client.call(to(server.url, task, { task_id: 't1' }))).finally(() => (ended = true));
  await server.arrived(1);
  for (let piece = 0; piece < 2; piece += 1) {
    body.send(' ');
    await pieceRead(clock);
    await clock.advance(55_000);
  }
  expect(ended).toBe(false);
  body.send(' ');
  await pieceRead(clock);
  await clock.advance(55_000);
  expect(await poll).toMatchObject({ code: 'timeout' });
});

/** Waits until the client has read what was sent: it then waits a fresh minute for the next piece. */
async function pieceRead(clock: { pending(): number[] }): Promise<void> {
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline && !clock.pending().includes(60_000)) await settle();
  await settle(20);
}

it('stops reading an answer that does not end', async () => {
  const { client, to } = createHttpWorld();
  server.on('GET /api/tasks/t1', flood(200, 'application/json', Buffer.alloc(1_000_000, ' ')));
  const error = await errorOf(client.call(to(server.url, task, { task_id: 't1' })));
  expect(error).toMatchObject({ code: 'answer_too_large', status: 200 });
});

it('reads an endless error page only so far as to know the status', async () => {
  const { client, to, exchanges } = createHttpWorld();
  server.on('GET /api/tasks/t1', flood(500, 'text/plain', Buffer.alloc(100_000, 'no ')));
  const error = await errorOf(client.call(to(server.url, task, { task_id: 't1' })));
  expect(error).toMatchObject({ code: 'server_error' });
  expect(exchanges[0]?.responseBytes).toBeLessThan(1_200_000);
});

it('says canceled when a poll is stopped, and uncertain when a submission is', async () => {
  const { client, to, exchanges } = createHttpWorld();
  const stop = new AbortController();
  server.on('GET /api/tasks/t1', hang);
  server.on('POST /api/generate', hang);
  const poll = errorOf(client.call(to(server.url, task, { task_id: 't1' }, { signal: stop.signal })));
  const submit = errorOf(client.call(to(server.url, generate, text, { signal: stop.signal })));
  await server.arrived(2);
  stop.abort();
  expect(await poll).toMatchObject({ code: 'canceled', spent: 'no' });
  expect(await submit).toMatchObject({ code: 'uncertain', spent: 'maybe', params: { cause: 'canceled' } });
  expect(exchanges).toHaveLength(2);
});

it('sends nothing when it was stopped before, or the mark of sending cannot be written', async () => {
  const { client, to } = createHttpWorld();
  const stopped = to(server.url, generate, text, { signal: AbortSignal.abort() });
  expect(await errorOf(client.call(stopped))).toMatchObject({ code: 'canceled', spent: 'no' });
  const onSending = (): void => {
    throw new Error('disk full');
  };
  await expect(client.call(to(server.url, generate, text, { onSending }))).rejects.toThrow('disk full');
  expect(server.received).toHaveLength(0);
});

it('marks the sending before the server sees anything', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', accepted);
  let seenBefore = -1;
  await client.call(to(server.url, generate, text, { onSending: () => (seenBefore = server.received.length) }));
  expect(seenBefore).toBe(0);
  expect(server.received).toHaveLength(1);
});

it('keeps a plain answer out of trouble: type, length and no cookies', async () => {
  const { client, to } = createHttpWorld();
  server.on('POST /api/generate', content(202, 'application/json', '{"task_id":"t","status":"pending"}'));
  await client.call(to(server.url, generate, { ...text, caption: 'Bild 1: Größe 图' }));
  const { headers, body } = server.received[0]!;
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'content-length': String(body.length) });
  expect(JSON.parse(body.toString())).toEqual({ ...text, caption: 'Bild 1: Größe 图' });
  expect(headers.cookie).toBeUndefined();
});
