import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { payload, post, signed, webhookWorld } from '../support/webhook-world';

const HEAD = 'POST /hooks HTTP/1.1\r\nHost: lab\r\nContent-Type: application/json\r\n';
const LIMITS = { connections: 512, headersMs: 10_000, requestMs: 15_000, idleMs: 20_000, checkMs: 1000 };
const SHORT = { ...LIMITS, headersMs: 50, requestMs: 100, idleMs: 200, checkMs: 10 };

/** A client that never closes its side by itself. */
async function halfOpen(url: string, text: string, reads = true): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  if (reads) socket.resume();
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return socket;
}

/** Resolves when the other side is gone for good: what is written then is answered with a reset. */
async function gone(socket: Socket): Promise<void> {
  await vi.waitFor(
    () => {
      socket.write('x');
      expect(socket.destroyed).toBe(true);
    },
    { timeout: 15_000, interval: 20 },
  );
}

it.each([
  ['say nothing', ''],
  ['send half a head', HEAD],
  ['send half a body', `${HEAD}Content-Length: 1000\r\n\r\n{"task`],
])(
  'takes a delivery at once beside 600 clients that %s',
  async (_what, text) => {
    const { listener, inbox } = await webhookWorld();
    for (let batch = 0; batch < 12; batch += 1)
      await Promise.all(Array.from({ length: 50 }, () => halfOpen(listener.url, text)));
    for (const name of ['a1', 'a2', 'a3']) {
      const body = payload(name);
      expect(await post(listener.url, body, signed(body))).toMatchObject({ status: 200 });
    }
    expect(inbox.list({ filter: 'all', limit: 10 }).total).toBe(3);
  },
  60_000,
);

it.each([
  ['says nothing', ''],
  ['sends half a head', HEAD],
  ['sends half a body', `${HEAD}Content-Length: 1000\r\n\r\n{"task`],
  ['sends nonsense', 'HELO lab\r\n\r\n'],
  ['is done and stays', `${HEAD}Content-Length: 2\r\nConnection: close\r\n\r\n{}`],
  ['is done, keeps the line and stays', `${HEAD}Content-Length: 2\r\n\r\n{}`],
])(
  'lets go of a client that %s and leaves its side open',
  async (_what, text) => {
    const { listener } = await webhookWorld({}, SHORT);
    await gone(await halfOpen(listener.url, text));
  },
  30_000,
);

it('lets go of a client that asks and asks and takes no answer', async () => {
  const { listener } = await webhookWorld({}, SHORT);
  const socket = await halfOpen(listener.url, '', false);
  socket.write(`${HEAD}Content-Length: 2\r\n\r\n{}`.repeat(2000));
  await gone(socket);
}, 30_000);

it('asks about a job only when the delivery that names it is written down', async () => {
  const { listener, inbox, hints } = await webhookWorld({ a1: 'job-1' });
  const add = inbox.add.bind(inbox);
  const hintsAtWriting: number[] = [];
  vi.spyOn(inbox, 'add').mockImplementation((deliveries) => {
    hintsAtWriting.push(hints.length);
    return add(deliveries);
  });
  await post(listener.url, payload('a1'), signed(payload('a1')));
  expect(hintsAtWriting).toEqual([0]);
  expect(hints).toEqual(['paperbanana a1']);
});

it('asks nobody because of a delivery that could not be written down', async () => {
  const { listener, inbox, hints } = await webhookWorld({ a1: 'job-1' });
  vi.spyOn(inbox, 'add').mockImplementation(() => {
    throw new Error('disk full');
  });
  expect(await post(listener.url, payload('a1'), signed(payload('a1')))).toMatchObject({ status: 503 });
  expect(hints).toEqual([]);
});
