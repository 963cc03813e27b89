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
