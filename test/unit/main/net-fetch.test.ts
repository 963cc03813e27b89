import { expect, it } from 'vitest';
import { settle } from '../../support/fake-clock';
import { createNetWorld as world } from '../../support/net-world';

const URL = 'https://api.example/x';
const post = (body = '{}') =>
  new Request(URL, { method: 'POST', body, headers: { 'content-length': String(body.length), authorization: 'B' } });

it('asks by a session of its own, without cookies and cache', async () => {
  const { fetch, sent, sessionOf } = world();
  const pending = fetch(new Request(URL, { headers: { accept: 'a/b' } }));
  await settle();
  sent[0]?.answer(200, { 'content-type': 'text/plain', 'set-cookie': ['a', 'b'] }, 'hello');
  const response = await pending;
  expect([response.status, response.headers.get('set-cookie'), await response.text()]).toEqual([200, 'a, b', 'hello']);
  expect(sessionOf(0)).toBe('plantain-reading');
  expect(sent[0]?.options).toMatchObject({ method: 'GET', url: URL, credentials: 'omit', cache: 'no-store' });
  expect([sent[0]?.headers, sent[0]?.ended]).toEqual([{ accept: 'a/b' }, true]);
});

it('sends a change over a connection that nothing has used', async () => {
  const { fetch, sent, closed, sessionOf } = world();
  for (let round = 0; round < 2; round += 1) {
    const pending = fetch(post());
    await settle();
    sent[round]?.answer(202, {}, '{}');
    await (await pending).text();
    await settle();
  }
  expect([sessionOf(0), sessionOf(1)]).toEqual(['plantain-changing-0', 'plantain-changing-0']);
  expect(closed).toEqual(['plantain-changing-0', 'plantain-changing-0']);
});

it('never closes the connections of a change that is under way', async () => {
  const { fetch, sent, sessionOf } = world();
  void fetch(post());
  void fetch(post());
  await settle();
  expect(sent).toHaveLength(2);
  expect([sessionOf(0), sessionOf(1)]).toEqual(['plantain-changing-0', 'plantain-changing-1']);
});

it('takes a session back from a change that failed', async () => {
  const { fetch, sent, sessionOf } = world();
  const pending = fetch(post());
  await settle();
  sent[0]?.emit('error', new Error('net::ERR_EMPTY_RESPONSE'));
  await expect(pending).rejects.toThrow('net::ERR_EMPTY_RESPONSE');
  void fetch(post());
  await settle();
  expect(sessionOf(1)).toBe('plantain-changing-0');
});

it('gives a redirect back as it came', async () => {
  const { fetch, sent } = world();
  const pending = fetch(new Request(URL));
  await settle();
  sent[0]?.emit('redirect', 307, 'GET', 'https://elsewhere.example/', {});
  sent[0]?.emit('error', new Error('Redirect was cancelled'));
  const response = await pending;
  expect([response.status, response.headers.get('location')]).toEqual([307, 'https://elsewhere.example/']);
});

it('answers without a body where the status has none', async () => {
  const { fetch, sent } = world();
  const pending = fetch(new Request(URL, { method: 'DELETE' }));
  await settle();
  sent[0]?.answer(204, { 'content-type': 'application/json' }, '');
  expect((await pending).body).toBeNull();
});

it('sends a small body in one piece, whose length Electron knows', async () => {
  const { fetch, sent } = world();
  void fetch(post('{"a":1}'));
  await settle();
  expect(sent[0]?.chunkedEncoding).toBe(false);
  expect(sent[0]?.written.map(String)).toEqual(['{"a":1}']);
  expect(sent[0]?.headers).toMatchObject({ authorization: 'B' });
});

it('streams a large body in pieces', async () => {
  const { fetch, sent } = world();
  void fetch(post('x'.repeat(9_000_000)));
  await settle(50);
  expect(sent[0]).toMatchObject({ chunkedEncoding: true, ended: true });
  expect(sent[0]?.written.every((piece) => piece.length <= 262_144)).toBe(true);
  expect(Buffer.concat(sent[0]!.written).length).toBe(9_000_000);
});

it('stops writing a large body when the connection is gone', async () => {
  const { fetch, sent } = world({ stalled: true });
  const pending = fetch(post('x'.repeat(9_000_000)));
  pending.catch(() => undefined);
  await settle(50);
  sent[0]?.emit('error', new Error('net::ERR_CONNECTION_RESET'));
  await expect(pending).rejects.toThrow('net::ERR_CONNECTION_RESET');
  await settle(50);
  expect([sent[0]?.written.length, sent[0]?.ended]).toEqual([1, false]);
});

it('ends the request when it is aborted', async () => {
  const { fetch, sent } = world();
  const stop = new AbortController();
  const pending = fetch(new Request(URL, { signal: stop.signal }));
  await settle();
  stop.abort();
  await expect(pending).rejects.toThrow('abort');
  expect(sent[0]?.aborted).toBe(true);
});
