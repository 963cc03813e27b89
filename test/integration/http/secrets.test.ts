import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Endpoint } from '../../../src/shared/endpoints/endpoint';
import { generate, generateFromPdf, health } from '../../../src/shared/endpoints/paperbanana';
import { task } from '../../../src/shared/endpoints/paperbanana-tasks';
import { field } from '../../../src/shared/fields';
import { SECRET, createHttpWorld, errorOf } from '../../support/http-world';
import type { LoopbackServer, Reply } from '../../support/loopback-server';
import { content, cut, json, startLoopbackServer } from '../../support/loopback-server';

let server: LoopbackServer;
beforeEach(async () => {
  server = await startLoopbackServer();
});
afterEach(() => server.close());

const text = { source_context: 'A network.', caption: 'Figure 1' };
/** A server that gives away whatever it was sent. */
const echo: Reply = (response, request) => {
  const told = { url: request.path, ...request.headers, body: request.body.toString() };
  json(
    400,
    { detail: `you sent ${JSON.stringify(told)}`, told },
    { 'x-echo': SECRET, 'set-cookie': 'a=b' },
  )(response, request);
};

it('sends the secret to the server and keeps it out of everything else', async () => {
  const { client, to, exchanges } = createHttpWorld();
  const errors: unknown[] = [];
  const replies = [
    echo,
    content(500, 'text/plain', `crash at ${SECRET}`),
    content(200, 'text/html', `<b>${SECRET}`),
    cut,
  ];
  for (const reply of replies) {
    server.on('POST /api/generate', reply);
    errors.push(await errorOf(client.call(to(server.url, generate, { ...text, caption: `my key is ${SECRET}` }))));
  }
  server.on('GET /api/tasks/t1', json(200, { task_id: 't1', status: 'running', description: SECRET }));
  await client.call(to(server.url, task, { task_id: 't1' }));
  expect(server.received.every(({ headers }) => headers.authorization === `Bearer ${SECRET}`)).toBe(true);
  expect(exchanges).toHaveLength(5);
  expect(JSON.stringify([exchanges, errors])).not.toContain('CANARY');
  for (const { requestHeaders } of exchanges) expect(requestHeaders['authorization']).toBe('Bearer •••');
  expect(exchanges[0]?.responseHeaders).toMatchObject({ 'x-echo': '•••', 'set-cookie': '•••' });
});

it('keeps a credential of the address out of the recorded address', async () => {
  const { client, to, exchanges } = createHttpWorld();
  const byQuery: Endpoint = { ...task, credential: { kind: 'query', parameter: 'api_token' } };
  server.on('GET /api/tasks/t1', echo);
  const error = await errorOf(client.call(to(server.url, byQuery, { task_id: 't1' })));
  expect(server.received[0]?.path).toBe(`/api/tasks/t1?api_token=${encodeURIComponent(SECRET)}`);
  expect(server.received[0]?.headers.authorization).toBeUndefined();
  expect(exchanges[0]?.url).toBe(`${server.url}/api/tasks/t1?api_token=•••`);
  expect(JSON.stringify([exchanges, error])).not.toContain('CANARY');
});

it('keeps masked fields, and their echo, out of the record', async () => {
  const { client, to, exchanges } = createHttpWorld();
  const input = z.strictObject({
    name: field(z.string(), { in: 'body', widget: 'text' }),
    webhook_secret: field(z.string(), { in: 'body', widget: 'secret', masked: true }),
    environment: field(z.record(z.string(), z.string()), { in: 'body', widget: 'environment', masked: true }),
  });
  const values = { name: 'lab', webhook_secret: 'hush-hush', environment: { API_KEY: 'sk-deep', A: '' } };
  server.on('POST /api/generate', echo);
  const error = await errorOf(client.call(to(server.url, { ...generate, input }, values)));
  expect(server.received[0]?.body.toString()).toBe(JSON.stringify(values));
  expect(exchanges[0]?.requestBody).toBe(
    '{"name":"lab","webhook_secret":"•••","environment":{"API_KEY":"•••","A":"•••"}}',
  );
  expect(JSON.stringify([exchanges, error])).not.toMatch(/hush-hush|sk-deep/);
});

it('records a file as its name and size, and drops what a 422 echoes', async () => {
  const { client, to, exchanges, file } = createHttpWorld();
  const pdf = file('paper.pdf', Buffer.alloc(5000, 'p'));
  server.on('POST /api/generate-from-pdf', (response, request) => {
    const input = JSON.parse(request.body.toString()) as unknown;
    json(422, { detail: [{ type: 'missing', loc: ['body', 'caption'], msg: 'Field required', input }] })(
      response,
      request,
    );
  });
  const error = await errorOf(client.call(to(server.url, generateFromPdf, { pdf_base64: pdf, caption: 'c' })));
  const sent = JSON.parse(server.received[0]!.body.toString()) as { pdf_base64: string };
  expect(Buffer.from(sent.pdf_base64, 'base64').toString()).toBe('p'.repeat(5000));
  expect(exchanges[0]?.requestBody).toBe('{"pdf_base64":"<paper.pdf, 5000 bytes>","caption":"c"}');
  expect(exchanges[0]?.requestBytes).toBe(server.received[0]?.body.length);
  expect(exchanges[0]?.responseBody).toBe(
    '{"detail":[{"type":"missing","loc":["body","caption"],"msg":"Field required"}]}',
  );
  expect(error.raw?.body).not.toContain('cHBw');
});

it('shortens the picture in a poll', async () => {
  const { client, to, exchanges } = createHttpWorld();
  const image_base64 = Buffer.alloc(30_000, 1).toString('base64');
  server.on('GET /api/tasks/t1', json(200, { task_id: 't1', status: 'completed', image_base64 }));
  const { answer } = await client.call(to(server.url, task, { task_id: 't1' }));
  expect(answer).toMatchObject({ image_base64 });
  expect(exchanges[0]?.responseBody).toContain('"image_base64":"<base64, 30000 bytes>"');
});

it('records times, sizes and the job', async () => {
  const { client, to, clock, exchanges } = createHttpWorld();
  const start = clock.now();
  server.on('GET /api/health', json(200, { status: 'ok' }));
  const { exchangeId } = await client.call(to(server.url, health, {}, { jobId: 'job-1' }));
  expect(exchangeId).toBe(1);
  expect(exchanges[0]).toMatchObject({
    jobId: 'job-1',
    endpoint: 'paperbanana.health',
    method: 'GET',
    url: `${server.url}/api/health`,
    requestBody: null,
    status: 200,
    responseBody: '{"status":"ok"}',
    responseBytes: 15,
    queuedAt: start,
    sentAt: start,
    firstByteAt: start,
    doneAt: start,
    attempts: 1,
  });
  expect(server.received[0]?.headers.authorization).toBeUndefined();
});

it('refuses to send without a credential, or with one that could break out of its header', async () => {
  const { client, to } = createHttpWorld();
  const refusal = async (secret: string | null) =>
    (await errorOf(client.call(to(server.url, generate, text, { secret })))).code;
  expect(await refusal(null)).toBe('no_credential');
  expect(await refusal('pb_a\r\nx-evil: 1')).toBe('invalid_input');
  expect(await refusal('键')).toBe('invalid_input');
  expect(server.received).toHaveLength(0);
});

it('answers although the exchange cannot be kept', async () => {
  const { to } = createHttpWorld();
  const { createHttpClient } = await import('../../../src/main/http/client');
  const failures: unknown[] = [];
  const client = createHttpClient({
    fetch: (request) => globalThis.fetch(request),
    clock: createHttpWorld().clock,
    recordExchange() {
      throw new Error('disk full');
    },
    async *readFile() {
      yield new Uint8Array();
    },
    onRecordFailure: (error) => failures.push(error),
  });
  server.on('POST /api/generate', json(202, { task_id: 't1', status: 'pending' }));
  expect(await client.call(to(server.url, generate, text))).toEqual({
    answer: { task_id: 't1', status: 'pending' },
    exchangeId: -1,
  });
  expect(failures).toHaveLength(1);
});
