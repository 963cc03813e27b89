import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSingleSend } from '../../src/main/single-send';
import {
  answer,
  bytes,
  closeAtOnce,
  cutShort,
  destroyAtOnce,
  resetAtOnce,
  startRawServer,
  type RawReply,
  type RawServer,
} from '../support/raw-server';

/**
 * Chromium sends a POST a second time where the answer is 421, and a server that charges before it answers charges
 * twice. Whatever the answer, whatever breaks: one request, one POST, and the promise settles.
 */
const replies = new Map<string, RawReply>();
const early = new Map<string, RawReply>();
let server: RawServer;

beforeAll(async () => {
  server = await startRawServer({
    reply: ({ path }) => replies.get(path) ?? answer('404 Not Found'),
    early: ({ path }) => early.get(path),
  });
});
afterAll(() => server.close());

const never = () => Promise.reject(new Error('the other way was taken'));
const send = createSingleSend({ chromium: never, proxyFor: async () => undefined, userAgent: () => 'Plantain' });

function post(path: string, body = '{"a":1}', signal?: AbortSignal): Promise<Response> {
  return send(
    new Request(server.url + path, {
      method: 'POST',
      body,
      headers: { 'content-length': String(body.length), 'content-type': 'application/json', authorization: 'Bearer k' },
      ...(signal && { signal }),
    }),
  );
}

/** How the request ended: the status with the body's text, or the error's text. */
async function outcome(work: Promise<Response>): Promise<{ status?: number; text?: string; error?: string }> {
  try {
    const response = await work;
    return { status: response.status, text: await response.text().catch((error: unknown) => String(error)) };
  } catch (error) {
    return { error: String(error) };
  }
}

const posts = (path: string): number => server.heard.filter((heard) => heard.path === path).length;

const WITHOUT_BODY = [204, 205, 304];

it('sends once for every status from 200 to 599, and hands on what came', async () => {
  const statuses = Array.from({ length: 400 }, (_, index) => 200 + index);
  for (const status of statuses) replies.set(`/s/${status}`, answer(`${status} Word`, '{"said":1}'));
  const ends = await Promise.all(
    statuses.map(async (status) => [status, await outcome(post(`/s/${status}`))] as const),
  );
  for (const [status, end] of ends) {
    expect(end, String(status)).toEqual({ status, text: WITHOUT_BODY.includes(status) ? '' : '{"said":1}' });
    expect(posts(`/s/${status}`), String(status)).toBe(1);
  }
});

it('sends once for every status from 100 to 199, which is no answer yet', async () => {
  const statuses = Array.from({ length: 100 }, (_, index) => 100 + index);
  for (const status of statuses) replies.set(`/i/${status}`, bytes(`HTTP/1.1 ${status} Word\r\n\r\n`));
  const ends = await Promise.all(
    statuses.map(async (status) => [status, await outcome(post(`/i/${status}`))] as const),
  );
  for (const [status, end] of ends) {
    // 101 is the end of HTTP, and so the end of what can be said
    if (status === 101) expect(end.status, String(status)).toBe(101);
    else expect(end.error, String(status)).toMatch(/socket hang up|ECONNRESET/);
    expect(posts(`/i/${status}`), String(status)).toBe(1);
  }
});

it.each([600, 700, 999])('tells the status %i as what it is, with its body', async (status) => {
  const path = `/odd/${status}`;
  replies.set(path, answer(`${status} Odd`, 'kept'));
  const response = await post(path);
  expect([response.status, response.ok, await response.text()]).toEqual([status, false, 'kept']);
  expect(posts(path)).toBe(1);
});

it.each(['0', '000', '1', '99', '1000'])(
  'sends once for the status %s, which Node reads or refuses',
  async (status) => {
    const path = `/odd/${status}`;
    replies.set(path, answer(`${status} Odd`, 'kept'));
    const end = await outcome(post(path));
    expect(end.error ?? end.text).toMatch(/kept|Parse Error/);
    expect(end.status ?? 0).toBeLessThan(200);
    expect(posts(path)).toBe(1);
  },
);

const ACCEPTED = '{"task_id":"a"}';
const READABLE: [name: string, reply: RawReply, status: number, text: string][] = [
  ['100 Continue before it', bytes(`HTTP/1.1 100 C\r\n\r\nHTTP/1.1 202 A\r\n\r\n${ACCEPTED}`), 202, ACCEPTED],
  [
    '103 Early Hints before it',
    bytes(`HTTP/1.1 103 E\r\nlink: </a>\r\n\r\nHTTP/1.1 202 A\r\n\r\n${ACCEPTED}`),
    202,
    ACCEPTED,
  ],
  [
    '102 twice before it',
    bytes(`HTTP/1.1 102 P\r\n\r\nHTTP/1.1 102 P\r\n\r\nHTTP/1.1 202 A\r\n\r\n${ACCEPTED}`),
    202,
    ACCEPTED,
  ],
  ['lines that end in LF alone', bytes(`HTTP/1.1 202 A\ncontent-length: 15\n\n${ACCEPTED}`), 202, ACCEPTED],
  ['another HTTP version', bytes(`HTTP/1.0 202 A\r\n\r\n${ACCEPTED}`), 202, ACCEPTED],
  ['no reason', bytes(`HTTP/1.1 202\r\n\r\n${ACCEPTED}`), 202, ACCEPTED],
  ['a folded header', answer('202 A', ACCEPTED, 'x-a: a', ' b'), 202, ACCEPTED],
  ['control characters in a header', answer('202 A', ACCEPTED, 'x-a: a\x01\x1f\x7fb'), 202, ACCEPTED],
  ['UTF-8 in a header', answer('202 A', ACCEPTED, 'x-a: \xe4\xb8\xad\xe6\x96\x87.png'), 202, ACCEPTED],
  ['GBK in a header', answer('202 A', ACCEPTED, 'x-a: \xd6\xd0\xce\xc4'), 202, ACCEPTED],
  ['a header of 200 kB', answer('202 A', ACCEPTED, `x-a: ${'a'.repeat(200_000)}`), 202, ACCEPTED],
  [
    'a thousand headers',
    answer('202 A', ACCEPTED, ...Array.from({ length: 1000 }, (_, at) => `x-${at}: ${at}`)),
    202,
    ACCEPTED,
  ],
  [
    'a second answer behind it',
    bytes(`HTTP/1.1 202 A\r\ncontent-length: 15\r\n\r\n${ACCEPTED}HTTP/1.1 500 X\r\n\r\n`),
    202,
    ACCEPTED,
  ],
  [
    'a length and chunks at once',
    bytes(`HTTP/1.1 202 A\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\nf\r\n${ACCEPTED}\r\n0\r\n\r\n`),
    202,
    ACCEPTED,
  ],
  ['a redirect without an address', answer('307 R', ACCEPTED), 307, ACCEPTED],
  ['a redirect to a file', answer('308 R', ACCEPTED, 'location: file:///etc/passwd'), 308, ACCEPTED],
  ['a wish for another protocol', answer('426 U', ACCEPTED, 'upgrade: h2c', 'connection: upgrade'), 426, ACCEPTED],
  ['a challenge', answer('401 U', ACCEPTED, 'www-authenticate: Basic realm="x", Negotiate, NTLM'), 401, ACCEPTED],
  ['a proxy’s challenge', answer('407 P', ACCEPTED, 'proxy-authenticate: Basic realm="x"'), 407, ACCEPTED],
  ['an alternative service', answer('202 A', ACCEPTED, 'alt-svc: h3=":443"'), 202, ACCEPTED],
];

it.each(READABLE)('sends once and reads an answer with %s', async (name, reply, status, text) => {
  const path = `/readable/${encodeURIComponent(name)}`;
  replies.set(path, reply);
  expect(await outcome(post(path))).toEqual({ status, text });
  expect(posts(path)).toBe(1);
});

const BROKEN: [name: string, reply: RawReply][] = [
  ['closes without a word', closeAtOnce],
  ['drops the connection', destroyAtOnce],
  ['resets the connection', resetAtOnce],
  ['sends half a status line', bytes('HTTP/1.1 202 Acc')],
  ['sends half a head', bytes('HTTP/1.1 202 A\r\ncontent-le')],
  [
    'sends half a head and resets',
    (socket) => void socket.write('HTTP/1.1 202 A\r\ncontent-le', () => socket.resetAndDestroy()),
  ],
  ['sends no HTTP', bytes('hello')],
  ['sends binary garbage', bytes('\0\x01\x02\xff\xfe\x16\x03\x01')],
  ['sends a TLS alert', bytes('\x15\x03\x01\x00\x02\x02\x28')],
  ['sends a status of letters', bytes('HTTP/1.1 abc A\r\n\r\n{}')],
  ['sends a negative status', bytes('HTTP/1.1 -202 A\r\n\r\n{}')],
  ['sends a status of five digits', bytes('HTTP/1.1 65736 A\r\n\r\n{}')],
  ['sends two lengths', bytes('HTTP/1.1 202 A\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}')],
  ['sends a negative length', bytes('HTTP/1.1 202 A\r\ncontent-length: -1\r\n\r\n{}')],
  ['sends a head beyond all bounds', answer('202 A', '{}', `x-a: ${'a'.repeat(400_000)}`)],
  ['promises more than it sends', cutShort('202 A', '{"task_id"')],
  ['promises more than it sends and resets', cutShort('202 A', '{"task_id"', 'reset')],
  ['cuts a chunk', bytes('HTTP/1.1 202 A\r\ntransfer-encoding: chunked\r\n\r\n50\r\n{"task_id"')],
  ['sends no chunk', bytes('HTTP/1.1 202 A\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}')],
  [
    'cuts what it compresses',
    answer('202 A', Buffer.from('1f8b0800000000000003ab56', 'hex'), 'content-encoding: gzip'),
  ],
  ['says that it compresses', answer('202 A', ACCEPTED, 'content-encoding: gzip')],
  ['says that it compresses otherwise', answer('202 A', ACCEPTED, 'content-encoding: br')],
];

it.each(BROKEN)('sends once to a server that %s, and ends', async (name, reply) => {
  const path = `/broken/${encodeURIComponent(name)}`;
  replies.set(path, reply);
  const end = await outcome(post(path));
  expect(end.error ?? end.text).toMatch(/error|hang up|aborted|lost/i);
  expect(posts(path)).toBe(1);
});

it('sends once where the answer comes before the body is read', async () => {
  early.set('/early', (socket) => void socket.write('HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\n{}'));
  const end = await outcome(post('/early', 'x'.repeat(4_000_000)));
  expect(end).toEqual({ status: 413, text: '{}' });
  expect(posts('/early')).toBe(1);
});

it('sends once and ends where it is given up', async () => {
  const controller = new AbortController();
  replies.set('/hang', () => {
    controller.abort();
  });
  expect((await outcome(post('/hang', '{}', controller.signal))).error).toContain('abort');
  expect(posts('/hang')).toBe(1);
});

it('says who it is, and what it was told to', async () => {
  replies.set('/who', answer('202 A'));
  await outcome(post('/who'));
  const { headers, body } = server.heard.find(({ path }) => path === '/who')!;
  expect(headers).toMatchObject({ 'user-agent': 'Plantain', authorization: 'Bearer k', 'content-length': '7' });
  expect(body).toBe('{"a":1}');
});

const CHROMIUM = (seen: Request[]) => async (request: Request) => {
  seen.push(request);
  return new Response('chromium');
};

it('leaves it to Chromium where only Chromium knows the way', async () => {
  const seen: Request[] = [];
  const ways = ['SOCKS5 127.0.0.1:1080', 'HTTPS p.example:443', 'QUIC p.example:443', 'PROXY', ''].map(
    (way) => async () => way,
  );
  for (const proxyFor of [...ways, () => Promise.reject(new Error('no settings'))]) {
    const fetch = createSingleSend({ chromium: CHROMIUM(seen), proxyFor, userAgent: () => '' });
    await fetch(
      new Request(`${server.url}/proxied`, { method: 'POST', body: 'b', headers: { 'content-length': '1' } }),
    );
  }
  expect(await Promise.all(seen.map((request) => request.text()))).toEqual(['b', 'b', 'b', 'b', 'b', 'b']);
  expect(posts('/proxied')).toBe(0);
});

it.each([202, 401, 407, 421, 502])('sends once by way of a plain proxy that answers %i', async (status) => {
  const proxy = new URL(server.url).host;
  const fetch = createSingleSend({ chromium: never, proxyFor: async () => `PROXY ${proxy}`, userAgent: () => '' });
  const target = `http://figures.example:8080/${status}?a=b`;
  replies.set(target, answer(`${status} Word`, 'said'));
  const request = new Request(target, { method: 'POST', body: 'b', headers: { 'content-length': '1' } });
  expect(await outcome(fetch(request))).toEqual({ status, text: 'said' });
  expect(server.heard.find(({ path }) => path === target)?.headers['host']).toBe('figures.example:8080');
  expect(posts(target)).toBe(1);
});

it.each<[name: string, reply: RawReply]>([
  ['wants a password', answer('407 P', '', 'proxy-authenticate: Basic realm="x"')],
  ['refuses', answer('403 F')],
  ['closes', closeAtOnce],
  ['resets', resetAtOnce],
  ['speaks first', bytes('HTTP/1.1 200 OK\r\n\r\nhello')],
  [
    'opens a way to no TLS',
    (socket) => void socket.once('data', () => socket.end('no')).write('HTTP/1.1 200 OK\r\n\r\n'),
  ],
])('leaves it to Chromium where a proxy of a TLS server %s', async (_name, reply) => {
  const seen: Request[] = [];
  replies.set('figures.example:443', reply);
  const proxyFor = async () => `PROXY ${new URL(server.url).host}`;
  const fetch = createSingleSend({ chromium: CHROMIUM(seen), proxyFor, userAgent: () => '' });
  const init = { method: 'POST', body: 'secret', headers: { 'content-length': '6' } };
  expect(await (await fetch(new Request('https://figures.example/x', init))).text()).toBe('chromium');
  expect(await seen[0]?.text()).toBe('secret');
  expect(server.heard.some(({ body }) => body.includes('secret'))).toBe(false);
});

it('leaves it to Chromium where nothing has left: nobody listens', async () => {
  const seen: Request[] = [];
  const gone = await startRawServer({ reply: () => closeAtOnce });
  await gone.close();
  const fetch = createSingleSend({ chromium: CHROMIUM(seen), proxyFor: async () => undefined, userAgent: () => '' });
  const request = new Request(`${gone.url}/x`, { method: 'POST', body: 'body', headers: { authorization: 'B' } });
  request.headers.set('content-length', '4');
  expect(await (await fetch(request)).text()).toBe('chromium');
  expect([seen[0]?.method, seen[0]?.headers.get('authorization'), await seen[0]?.text()]).toEqual([
    'POST',
    'B',
    'body',
  ]);
});

it('leaves reading and large bodies to Chromium', async () => {
  const seen: Request[] = [];
  const fetch = createSingleSend({ chromium: CHROMIUM(seen), proxyFor: async () => undefined, userAgent: () => '' });
  await fetch(new Request(`${server.url}/read`));
  const large = 'x'.repeat(8_000_001);
  const init = { method: 'POST', body: large, headers: { 'content-length': String(large.length) } };
  await fetch(new Request(`${server.url}/large`, init));
  expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST']);
});
