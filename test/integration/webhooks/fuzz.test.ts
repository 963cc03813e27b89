import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { createSeededRandom } from '../../support/seeded-random';
import { KEPT } from '../../../src/main/webhooks/inbox';
import { payload, post, signed, webhookWorld } from '../../support/webhook-world';

const REQUESTS = 10_000;
const AT_ONCE = 32;

it('survives 10,000 requests of any shape, and keeps no more than it should', async () => {
  const { listener, inbox } = await webhookWorld();
  const random = createSeededRandom(20_260_215);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const noise = (most: number): Buffer =>
    Buffer.from(Array.from({ length: Math.floor(random() * most) }, () => Math.floor(random() * 256)));
  const word = (): string =>
    noise(40)
      .toString('latin1')
      .replace(/[^\t\x20-\x7e\x80-\xff]/g, '');

  function one(): Promise<{ status: number | null }> {
    const valid = payload(`t${Math.floor(random() * 50)}`);
    const body = pick([
      noise(2000),
      Buffer.from(valid),
      Buffer.from(valid.slice(0, Math.floor(random() * valid.length))),
      Buffer.from('['.repeat(50_000)),
      Buffer.from('{"task_id": 1e999}'),
      Buffer.from('\ufeff{}'),
      Buffer.alloc(0),
      Buffer.from('[1]'),
    ]);
    const type = pick([
      'application/json',
      'application/json; charset=utf-16',
      'APPLICATION/JSON',
      'text/plain',
      word(),
      '',
    ]);
    const headers: Record<string, string | string[]> = {
      'content-type': type,
      'x-paperbanana-signature': pick([
        signed(valid)['x-paperbanana-signature'] ?? '',
        word(),
        'sha256=',
        `sha256=${'f'.repeat(4000)}`,
        ['sha256=a', 'sha256=b'] as never,
      ]),
      'x-paperbanana-event': word(),
      ...(random() < 0.2 && { 'content-encoding': pick(['gzip', 'br', 'identity', word()]) }),
      ...(random() < 0.1 && { 'transfer-encoding': 'chunked' }),
    };
    const path = `/${encodeURIComponent(word())}`;
    return post(
      `${listener.url}${path}`,
      body,
      headers,
      pick(['POST', 'POST', 'POST', 'PUT', 'GET', 'DELETE', 'OPTIONS']),
    );
  }

  const statuses = new Map<number | null, number>();
  for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: Math.min(AT_ONCE, REQUESTS - sent) }, one));
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  // every kind of answer was seen, and none is a crash
  expect([...statuses.keys()].filter((status) => status !== null && status >= 500)).toEqual([]);
  for (const status of [200, 400, 401, 405, 415, 422])
    expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0);

  const { total } = inbox.list({ filter: 'all', limit: 1 });
  const refused = inbox
    .list({ filter: 'refused', limit: REQUESTS })
    .deliveries.filter(({ refusal }) => refusal !== null);
  expect(refused).toHaveLength(KEPT.refused);
  expect(total).toBeLessThanOrEqual(KEPT.deliveries + KEPT.refused);
  const body = payload('after');
  expect(await post(listener.url, body, signed(body))).toMatchObject({ status: 200 });
}, 120_000);

it('answers or hangs up, whatever bytes come', async () => {
  const { listener } = await webhookWorld();
  const random = createSeededRandom(20_260_216);
  const below = (most: number): number => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const port = Number(new URL(listener.url).port);

  function one(): Buffer {
    const body = payload(`t${below(50)}`);
    const length = pick([`${body.length}`, '0', '1', '-1', '1e9', '0x10', '99999999999', `${body.length + 5}`, '']);
    const framing = pick([
      `Content-Length: ${length}`,
      `Content-Length: ${body.length}\r\nContent-Length: ${length}`,
      'Transfer-Encoding: chunked',
      `Transfer-Encoding: chunked\r\nContent-Length: ${length}`,
      'Transfer-Encoding: gzip, chunked',
      `Content-Length: ${body.length}\r\nX-Long: ${'a'.repeat(below(40_000))}`,
      `Content-Length: ${body.length}\r\nExpect: ${pick(['100-continue', 'tea'])}`,
    ]);
    const chunked = `${pick([body.length.toString(16), 'ffffffffffffffff', 'zz', '0'])}\r\n${body}\r\n0\r\n\r\n`;
    const sent = framing.includes('chunked') && random() < 0.8 ? chunked : body;
    const line = pick([
      'POST / HTTP/1.1',
      'POST / HTTP/1.0',
      'GET / HTTP/1.1',
      'CONNECT a:1 HTTP/1.1',
      'PRI * HTTP/2.0',
    ]);
    const request = Buffer.from(`${line}\r\nHost: x\r\nContent-Type: application/json\r\n${framing}\r\n\r\n${sent}`);
    for (let flips = pick([0, 0, 1, 20]); flips > 0; flips -= 1) request[below(request.length)] = below(256);
    return random() < 0.1 ? request.subarray(0, below(request.length)) : request;
  }

  /** Sends and says that no more will come. */
  const send = (bytes: Buffer): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      socket.on('error', () => undefined);
      socket.resume();
      socket.once('close', () => resolve());
    });

  for (let sent = 0; sent < 2000; sent += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, () => send(one())));
  const body = payload('after');
  expect(await post(listener.url, body, signed(body))).toMatchObject({ status: 200 });
}, 60_000);
