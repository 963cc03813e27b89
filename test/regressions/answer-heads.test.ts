import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { settle } from '../support/fake-clock';
import { createNetWorld, type FakeRequest, type NetWorld } from '../support/net-world';

/**
 * A file name in Chinese in a header, or the status 999, threw inside an event of Electron's network: a modal box, and
 * a promise that never settled. Here every head is answered, and the session of the request is free again.
 */
const post = (signal?: AbortSignal): Request =>
  new Request('https://api.example/x', {
    method: 'POST',
    body: '{}',
    headers: { 'content-length': '2' },
    ...(signal && { signal }),
  });

async function begun(signal?: AbortSignal): Promise<NetWorld & { pending: Promise<Response>; request: FakeRequest }> {
  const net = createNetWorld();
  const pending = net.fetch(post(signal));
  pending.catch(() => undefined);
  await settle();
  return { ...net, pending, request: net.sent[0]! };
}

/** The session was given back: the next request gets the same one; and once only: the one after gets another. */
async function expectReleasedOnce({ fetch, sessionOf, sent }: NetWorld): Promise<void> {
  const before = sent.length;
  for (let round = 0; round < 2; round += 1) fetch(post()).catch(() => undefined);
  await settle();
  expect([sessionOf(before), sessionOf(before + 1)]).toEqual(['plantain-changing-0', 'plantain-changing-1']);
}

it.each<[name: string, value: string, kept: string | null]>([
  ['x-name', '中文.png', '%E4%B8%AD%E6%96%87.png'],
  ['x-name', 'café', 'caf%C3%A9'],
  ['x-name', '😀', '%F0%9F%98%80'],
  ['x-name', '\uD800 half a pair', '%EF%BF%BD half a pair'],
  ['x-name', 'replaced \uFFFD', 'replaced %EF%BF%BD'],
  ['x-name', 'a\0b\r\nc\x1bd\x7f', 'a b  c d'],
  ['x-name', '', ''],
  ['x-name', ' \t spaced ', 'spaced'],
  ['x-name', 'a'.repeat(300_000), 'a'.repeat(300_000)],
  ['中文', 'a', null],
  ['x name', 'a', null],
  ['', 'a', null],
  ['x(name)', 'a', null],
  ['x\0', 'a', null],
])('reads the header %j: %j', async (name, value, kept) => {
  const { pending, request } = await begun();
  request.answer(202, { [name]: value, 'content-type': 'application/json' }, '{"task_id":"a"}');
  const response = await pending;
  if (kept !== null) expect(response.headers.get(name)).toBe(kept);
  expect([response.status, await response.text()]).toEqual([202, '{"task_id":"a"}']);
});

it('keeps every one of several values', async () => {
  const { pending, request } = await begun();
  request.answer(200, { 'set-cookie': ['a=一', 'b=2'], via: '1.1 a' }, '');
  const { headers } = await pending;
  expect([headers.getSetCookie(), headers.get('via')]).toEqual([['a=%E4%B8%80', 'b=2'], '1.1 a']);
});

it.each([0, 2, 99, 100, 150, 199, 600, 700, 999, 1000, 65_736, 2_147_483_647, -1, 202.5, NaN])(
  'tells the status %d as what it is, with its body, and never as a success',
  async (status) => {
    const net = await begun();
    net.request.answer(status, {}, 'kept');
    const response = await net.pending;
    expect([response.status, response.ok, await response.text()]).toEqual([status, false, 'kept']);
    await settle();
    await expectReleasedOnce(net);
  },
);

it.each([101, 103, 204, 205, 304])('takes a body that %i must not have', async (status) => {
  const net = await begun();
  net.request.answer(status, { 'content-length': '4' }, 'body');
  expect(await (await net.pending).text()).toBe('');
  await settle();
  await expectReleasedOnce(net);
});

it.each([
  [301, 'https://elsewhere.example/中文'],
  [302, 'data:text/plain,hi'],
  [303, ''],
  [307, 'file:///etc/passwd'],
  [308, 'http://[::bad\0'],
  [999, 'https://elsewhere.example/'],
])('answers a redirect %i to %j', async (status, location) => {
  const net = await begun();
  net.request.emit('redirect', status, 'POST', location, { Location: '一', 'x-a': '二', 'x b': 'c' });
  net.request.emit('error', new Error('Redirect was cancelled'));
  const response = await net.pending;
  expect([response.status, response.headers.get('x-a')]).toEqual([status, '%E4%BA%8C']);
  expect(response.headers.get('location')).toMatch(/^[\x20-\x7e]*$/);
  await expectReleasedOnce(net);
});

const message = (stream: Readable) => Object.assign(stream, { statusCode: 202, headers: {} });

it('tells a body that breaks off when half of it is read', async () => {
  const net = await begun();
  const stream = message(new Readable({ read: () => undefined }));
  net.request.emit('response', stream);
  const reader = (await net.pending).body!.getReader();
  stream.push(Buffer.from('half'));
  expect(Buffer.from((await reader.read()).value!).toString()).toBe('half');
  stream.destroy(new Error('net::ERR_CONTENT_LENGTH_MISMATCH'));
  await expect(reader.read()).rejects.toThrow('net::ERR_CONTENT_LENGTH_MISMATCH');
  net.request.emit('error', new Error('net::ERR_CONTENT_LENGTH_MISMATCH'));
  await expectReleasedOnce(net);
});

it('hands on what had come before a body broke, though nobody had read it yet', async () => {
  const net = await begun();
  const stream = message(new Readable({ read: () => undefined }));
  net.request.emit('response', stream);
  const reader = (await net.pending).body!.getReader();
  await settle();
  stream.push(Buffer.from('{"task_id":"a"'));
  stream.push(Buffer.from(',"status":'));
  stream.destroy(new Error('net::ERR_INCOMPLETE_CHUNKED_ENCODING'));
  await settle();
  expect(Buffer.from((await reader.read()).value!).toString()).toBe('{"task_id":"a"');
  expect(Buffer.from((await reader.read()).value!).toString()).toBe(',"status":');
  await expect(reader.read()).rejects.toThrow('net::ERR_INCOMPLETE_CHUNKED_ENCODING');
});

it('asks the network to hold back where nobody reads, and gets all in the end', async () => {
  const net = await begun();
  const pieces = Array.from({ length: 40 }, (_, index) => Buffer.alloc(100_000, index));
  let asked = 0;
  const stream = message(
    new Readable({
      highWaterMark: 100_000,
      read() {
        this.push(pieces[asked++] ?? null);
      },
    }),
  );
  net.request.emit('response', stream);
  const response = await net.pending;
  await settle(50);
  expect(asked).toBeLessThan(20);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.concat(pieces));
});

it('tells a body that broke before anybody read it', async () => {
  const net = await begun();
  const stream = message(new Readable({ read: () => undefined }));
  net.request.emit('response', stream);
  const response = await net.pending;
  stream.destroy(new Error('net::ERR_CONNECTION_RESET'));
  await settle();
  await expect(response.text()).rejects.toThrow('net::ERR_CONNECTION_RESET');
  await expectReleasedOnce(net);
});

it('ends the request where the reader leaves, and throws nothing at what still comes', async () => {
  const net = await begun();
  const stream = message(new Readable({ read: () => undefined }));
  net.request.emit('response', stream);
  const response = await net.pending;
  stream.push(Buffer.from('first'));
  await response.body!.cancel();
  stream.push(Buffer.from('late'));
  stream.emit('error', new Error('late'));
  await settle();
  expect([net.request.aborted, stream.destroyed]).toEqual([true, true]);
  await expectReleasedOnce(net);
});

it('lets go of an answer that comes after the end', async () => {
  const controller = new AbortController();
  const net = await begun(controller.signal);
  controller.abort();
  await expect(net.pending).rejects.toThrow('abort');
  const stream = message(new Readable({ read: () => undefined }));
  net.request.emit('response', stream);
  net.request.emit('redirect', 307, 'POST', 'https://elsewhere.example/', {});
  net.request.emit('error', new Error('net::ERR_ABORTED'));
  await settle();
  expect(stream.destroyed).toBe(true);
  await expectReleasedOnce(net);
});

it('ends half a body where the request is given up', async () => {
  const controller = new AbortController();
  const net = await begun(controller.signal);
  const stream = message(new Readable({ read: () => undefined }));
  net.request.emit('response', stream);
  const reading = (await net.pending).text();
  controller.abort();
  // as Electron does
  stream.destroy();
  await expect(reading).rejects.toThrow();
  expect(net.request.aborted).toBe(true);
  await expectReleasedOnce(net);
});

it('takes the first of two answers', async () => {
  const net = await begun();
  net.request.answer(202, {}, 'first');
  net.request.answer(500, {}, 'second');
  net.request.emit('error', new Error('third'));
  expect(await (await net.pending).text()).toBe('first');
});

it('rejects where Electron throws at the request, and frees the session', async () => {
  const { fetch, closed } = createNetWorld({ refuses: true });
  await expect(fetch(post())).rejects.toThrow('refused');
  await expect(fetch(post())).rejects.toThrow('refused');
  expect(closed).toEqual(['plantain-changing-0', 'plantain-changing-0']);
});

it('rejects where an event brings something unheard of', async () => {
  const net = await begun();
  net.request.emit('response', null);
  await expect(net.pending).rejects.toThrow();
  expect(net.request.aborted).toBe(true);
  await expectReleasedOnce(net);
});
