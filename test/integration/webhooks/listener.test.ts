import { connect } from 'node:net';
import { expect, it, vi } from 'vitest';
import { startListener } from '../../../src/main/webhooks/listener';
import { MAX_BODY_BYTES } from '../../../src/main/webhooks/read-delivery';
import { systemClock } from '../../../src/shared/clock';
import { createFakeLog } from '../../support/fake-log';
import { payload, post, signed, webhookWorld } from '../../support/webhook-world';

it('takes a delivery with a good signature, and looks at the job that it names', async () => {
  const { listener, inbox, hints } = await webhookWorld({ a1: 'job-1' });
  const body = payload('a1');
  const { status, body: answer } = await post(`${listener.url}/hooks`, body, signed(body));
  expect(status).toBe(200);
  expect(answer).toEqual({ received: true, signature: 'good', duplicate: false });
  expect(hints).toEqual(['paperbanana a1']);
  const { deliveries } = inbox.list({ filter: 'all', limit: 10 });
  expect(deliveries).toMatchObject([
    { event: 'task.completed', taskId: 'a1', signature: 'good', profileId: 'lab', jobId: 'job-1', attempt: 1 },
  ]);
  expect(inbox.get(deliveries[0]?.id ?? 0)).toMatchObject({ body, bodyCut: false });
});

it('answers 401 to a wrong signature and asks nobody because of it', async () => {
  const { listener, hints, seen } = await webhookWorld({ a1: 'job-1' });
  const body = payload('a1');
  expect(await post(listener.url, body, signed(body, 'another'))).toMatchObject({ status: 401 });
  expect(seen).toMatchObject([{ signature: 'wrong', reason: 'differs', jobId: null }]);
  expect(hints).toEqual([]);
});

it('takes an unsigned PaperBanana delivery without believing it', async () => {
  const { listener, hints, seen } = await webhookWorld({ a1: 'job-1' });
  expect(await post(listener.url, payload('a1'))).toMatchObject({ status: 202 });
  expect(seen).toMatchObject([{ signature: 'missing', reason: 'no_header', jobId: null }]);
  expect(hints).toEqual([]);
});

it('takes BananaHub’s delivery, which is never signed, as a hint', async () => {
  const { listener, seen } = await webhookWorld({ '0193a7f2': 'job-2' });
  await post(listener.url, '{"job_id":"0193a7f2","status":"done","result":{"image_url":"https://x"}}');
  expect(seen).toMatchObject([
    { provider: 'bananahub', event: 'job.done', reason: 'never_signed', jobId: 'job-2', status: 200 },
  ]);
});

it('knows a delivery that came before, and counts', async () => {
  const { listener, seen } = await webhookWorld();
  const body = payload('a1');
  for (let round = 0; round < 3; round += 1) await post(listener.url, body, signed(body));
  expect(seen.map(({ duplicate, attempt }) => [duplicate, attempt])).toEqual([
    [false, 1],
    [true, 2],
    [true, 3],
  ]);
});

it('takes a genuine delivery as new although a forged copy came before', async () => {
  const { listener, seen } = await webhookWorld();
  const body = payload('a1');
  await post(listener.url, body, signed(body, 'another'));
  await post(listener.url, body, signed(body));
  expect(seen.map(({ signature, duplicate }) => [signature, duplicate])).toEqual([
    ['wrong', false],
    ['good', false],
  ]);
});

it('judges no signature of a body that it did not read', async () => {
  const { listener, seen } = await webhookWorld();
  const body = payload('a1');
  await post(listener.url, body, { ...signed(body), 'content-type': 'text/plain' });
  expect(seen).toMatchObject([{ refusal: 'media_type', signature: 'no-secret', reason: 'not_read' }]);
});

it.each([
  ['a question', 'GET', '', { 'content-type': 'application/json' }, 405, 'method'],
  ['a form of a web page', 'POST', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media_type'],
  ['text that a web page may send', 'POST', '{}', { 'content-type': 'text/plain' }, 415, 'media_type'],
  ['a packed body', 'POST', '{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415, 'encoding'],
  ['what is not JSON', 'POST', '{"a"', { 'content-type': 'application/json' }, 400, 'not_json'],
  [
    'what is not UTF-8',
    'POST',
    Buffer.from([0x22, 0xff, 0x22]),
    { 'content-type': 'application/json' },
    400,
    'not_json',
  ],
  ['a list', 'POST', '[]', { 'content-type': 'application/json' }, 422, 'not_an_object'],
])('refuses %s', async (_what, method, body, headers, status, refusal) => {
  const { listener, seen } = await webhookWorld();
  expect(await post(listener.url, body, headers, method)).toMatchObject({ status, body: { received: false, refusal } });
  expect(seen).toMatchObject([{ refusal, status }]);
});

it('refuses a body that says it is too large before reading it', async () => {
  const { listener, inbox } = await webhookWorld();
  const answered = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1', () => {
      socket.write(
        `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${MAX_BODY_BYTES + 1}\r\n\r\n`,
      );
    });
    socket.once('data', (data) => {
      resolve(data.toString('latin1'));
    });
  });
  expect(answered).toMatch(/^HTTP\/1\.1 413 /);
  expect(inbox.list({ filter: 'all', limit: 10 }).deliveries).toMatchObject([{ refusal: 'too_large', bytes: 0 }]);
});

it('refuses a body that grows too large without having said so', async () => {
  const { listener, seen, log } = await webhookWorld();
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x100000, ' '), Buffer.from('\r\n')]);
  const answered = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1', () => {
      socket.write(
        'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      );
      for (let sent = 0; sent <= MAX_BODY_BYTES; sent += 0x100000) socket.write(chunk);
    });
    socket.on('error', () => undefined);
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString('latin1'));
    });
  });
  expect(answered).toMatch(/^HTTP\/1\.1 413 /);
  expect(seen).toMatchObject([{ refusal: 'too_large', from: '127.0.0.1', bytes: 0 }]);
  expect(log.lines).toEqual([]);
});

it.each(['identity', 'Identity', ''])('takes a body whose encoding is called “%s”', async (encoding) => {
  const { listener } = await webhookWorld();
  const body = payload('a1');
  const headers = { ...signed(body), 'content-encoding': encoding };
  expect(await post(listener.url, body, headers)).toMatchObject({ status: 200 });
});

it('goes on after a sender that hangs up half-way', async () => {
  const { listener, seen } = await webhookWorld();
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1', () => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"a"');
      setImmediate(() => {
        socket.destroy();
        resolve();
      });
    });
  });
  const body = payload('a2');
  expect(await post(listener.url, body, signed(body))).toMatchObject({ status: 200 });
  expect(seen).toHaveLength(1);
});

it('keeps no secret of whoever stands between', async () => {
  const { listener, inbox, seen } = await webhookWorld();
  await post(listener.url, payload('a1'), {
    ...signed(payload('a1')),
    authorization: 'Bearer tunnel-token',
    cookie: 'a=b',
  });
  expect(inbox.get(seen[0]?.id ?? 0)?.headers).toMatchObject({ authorization: '•••', cookie: '•••' });
});

it('says which port it could not have', async () => {
  const { listener, inbox } = await webhookWorld();
  const port = Number(new URL(listener.url).port);
  const options = {
    inbox,
    clock: systemClock,
    log: createFakeLog(),
    secrets: async () => [],
    findJob: () => undefined,
    hint: () => undefined,
    onDeliveries: vi.fn(),
  };
  await expect(startListener({ host: '127.0.0.1', port }, options)).rejects.toMatchObject({
    code: 'listen_failed',
    message: `listen_failed: 127.0.0.1:${port} EADDRINUSE`,
  });
});

it('answers what could not be kept with 503, so that it is sent again', async () => {
  const { listener, inbox, log } = await webhookWorld();
  vi.spyOn(inbox, 'add').mockImplementationOnce(() => {
    throw new Error('disk full');
  });
  expect(await post(listener.url, payload('a1'), signed(payload('a1')))).toMatchObject({ status: 503 });
  expect(log.lines).toContain('error: a delivery was not kept');
  expect(await post(listener.url, payload('a1'), signed(payload('a1')))).toMatchObject({ status: 200 });
});
