import { gzipSync } from 'node:zlib';
import type { Hostile, HostileCase, HostileEnd } from './hostile-case';
import {
  answer,
  bytes,
  closeAtOnce,
  cutShort,
  destroyAtOnce,
  jsonAnswer,
  resetAtOnce,
  type RawReply,
} from './raw-server';

const JSON_TYPE = 'content-type: application/json';
const text = (value: unknown): string => JSON.stringify(value);
const accepted = ({ task }: HostileCase): string => text({ task_id: task, status: 'pending' });

const TURNED_AWAY: HostileEnd = { states: ['failed'], spent: 'no', units: 0, remoteId: null };

/** Turned away in so many words: nothing was spent, and it is told at once. */
const refusal = (name: string, reply: RawReply): Hostile => ({ name, submit: () => reply, expected: TURNED_AWAY });

/** Perhaps accepted, and nobody knows as what. */
const unsure = (name: string, reply: RawReply): Hostile => ({
  name,
  submit: () => reply,
  expected: { states: ['uncertain'], remoteId: null },
});

/** Accepted, however odd the words: the job ends with its picture. */
const taken = (name: string, submit: (c: HostileCase) => RawReply, remoteId?: (c: HostileCase) => string): Hostile => ({
  name,
  submit,
  expected: { states: ['done'], units: 1, pictures: 1 },
  ...(remoteId && { remoteId }),
});

const REFUSING = [
  400, 401, 402, 403, 404, 405, 406, 409, 410, 411, 412, 413, 414, 415, 417, 418, 421, 423, 424, 425, 426, 428, 429,
  431, 451,
];

const refusals: Hostile[] = [
  ...REFUSING.map((status) => refusal(`status ${status} in JSON`, jsonAnswer(`${status} No`, { detail: 'not today' }))),
  refusal('404 as a text of a proxy', answer('404 Not Found', 'no such route', 'content-type: text/plain')),
  refusal('404 as a page', answer('404 Not Found', '<html><h1>404</h1></html>', 'content-type: text/html')),
  refusal(
    '401 with challenges',
    answer('401 U', 'who?', 'www-authenticate: Basic realm="\xe4\xb8\xad", Negotiate, NTLM'),
  ),
  refusal('403 as a page', answer('403 F', '<!doctype html><title>Blocked</title>', 'content-type: text/html')),
  refusal('422 as a list', jsonAnswer('422 U', { detail: [{ loc: ['body', 'caption'], msg: 'no', type: 'x' }] })),
  refusal('422 as a list of nonsense', jsonAnswer('422 U', { detail: [null, 7, [], { loc: {}, msg: {} }] })),
  refusal('400 with control characters', jsonAnswer('400 B', { detail: 'a\u0000b\u001b[31mred\u0007\u202Egnp' })),
  refusal('400 with a body of 3 MB', answer('400 B', 'x'.repeat(3_000_000), 'content-type: text/plain')),
  refusal('400 whose body is cut', cutShort('400 B', '{"detail":"half', 'end', JSON_TYPE)),
  refusal('400 in UTF-16', answer('400 B', Buffer.from('\uFEFF{"detail":"no"}', 'utf16le'), JSON_TYPE)),
  refusal('400 nested 5,000 deep', answer('400 B', '['.repeat(5000) + ']'.repeat(5000), JSON_TYPE)),
  refusal('429 with a date long ago', jsonAnswer('429 T', {}, 'retry-after: Thu, 01 Jan 1970 00:00:00 GMT')),
  refusal('429 with a wait of ages', jsonAnswer('429 T', {}, 'retry-after: 99999999999999999999')),
  refusal('503 paused', answer('503 S', '', 'retry-after: \xff\xfe')),
  refusal('521 of a proxy', answer('521 D', '<h1>down</h1>', 'content-type: text/html')),
  refusal('307 to another origin', answer('307 R', '', 'location: http://127.0.0.1:9/api/generate')),
  refusal('308 to a file', answer('308 R', '', 'location: file:///etc/passwd')),
  refusal('301 to data', answer('301 R', '', 'location: data:application/json,{"task_id":"x"}')),
  refusal('307 without an address', answer('307 R', '')),
  refusal('307 to raw Chinese', answer('307 R', '', 'location: /\xe4\xb8\xad\xe6\x96\x87')),
  {
    name: '401 that repeats the key',
    submit: ({ key }) =>
      jsonAnswer(
        '401 U',
        { detail: `Invalid API key ${key}`, [key]: [key] },
        `x-key: ${key}`,
        `content-type: text/${key}`,
      ),
    expected: TURNED_AWAY,
  },
];

const unclear: Hostile[] = [
  ...[200, 201, 202, 203, 206, 207, 226, 299].map((status) =>
    unsure(`status ${status} without a body`, answer(`${status} OK`, '')),
  ),
  ...[204, 205].map((status) =>
    unsure(`status ${status}`, bytes(`HTTP/1.1 ${status} None\r\nconnection: close\r\n\r\n`)),
  ),
  ...[300, 302, 303, 304].map((status) =>
    unsure(`status ${status}`, answer(`${status} Else`, '', 'location: /api/tasks/1')),
  ),
  ...[500, 502, 504, 520, 524].map((status) =>
    unsure(`status ${status} as a text`, answer(`${status} X`, 'oops', 'content-type: text/plain')),
  ),
  ...[0, 99, 600, 777, 999].map((status) => unsure(`status ${status}`, jsonAnswer(`${status} X`, { detail: 'odd' }))),
  ...[100, 101, 102, 103, 199].map((status) =>
    unsure(`status ${status} and nothing more`, bytes(`HTTP/1.1 ${status} W\r\n\r\n`)),
  ),
  unsure('101 with another protocol', bytes('HTTP/1.1 101 S\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n')),
  unsure('200 as a page', answer('200 OK', '<html>Log in to the hotel</html>', 'content-type: text/html')),
  unsure('202 as a page', answer('202 A', '<!DOCTYPE html><p>hello', 'content-type: text/html')),
  unsure('202 as plain words', answer('202 A', 'accepted', 'content-type: text/plain')),
  ...[
    'null',
    'true',
    '0',
    '[]',
    '{}',
    '""',
    '{"status":"pending"}',
    '{"task_id":null}',
    '{"task_id":""}',
    '{"task_id":{}}',
    '{"task_id":[]}',
    '{"task_id":true}',
    '{"detail":"ok"}',
    '{',
  ].map((body) => unsure(`202 with ${body}`, answer('202 A', body, JSON_TYPE))),
  unsure('an id with control characters', jsonAnswer('202 A', { task_id: 'a\u0000\u001b[31m', status: 'pending' })),
  unsure('an id that climbs', jsonAnswer('202 A', { task_id: '..', status: 'pending' })),
  unsure('an id of 10 kB', jsonAnswer('202 A', { task_id: 'a'.repeat(10_000), status: 'pending' })),
  unsure('nothing but zeros', answer('202 A', Buffer.alloc(1000), JSON_TYPE)),
  unsure('bytes of a picture', answer('202 A', Buffer.from('89504e470d0a1a0a', 'hex'), 'content-type: image/png')),
  unsure('nested 5,000 deep', answer('202 A', '{"a":'.repeat(5000) + '1' + '}'.repeat(5000), JSON_TYPE)),
  unsure('lists nested 200,000 deep', answer('202 A', '['.repeat(200_000), JSON_TYPE)),
  unsure('a gzip bomb', answer('202 A', gzipSync(Buffer.alloc(100_000_000)), JSON_TYPE, 'content-encoding: gzip')),
  unsure('gzip that is none', answer('202 A', 'plain', JSON_TYPE, 'content-encoding: gzip')),
  unsure('brotli that is none', answer('202 A', 'plain', JSON_TYPE, 'content-encoding: br')),
  unsure('gzip that is cut', answer('202 A', gzipSync('{"a":1}').subarray(0, 15), JSON_TYPE, 'content-encoding: gzip')),
  unsure('closed without a word', closeAtOnce),
  unsure('dropped', destroyAtOnce),
  unsure('reset', resetAtOnce),
  unsure('half a status line', bytes('HTTP/1.1 20')),
  unsure('half a head', bytes('HTTP/1.1 202 A\r\ncontent-le')),
  unsure('no HTTP at all', bytes('220 smtp.example ESMTP\r\n')),
  unsure('TLS where none was asked for', bytes('\x15\x03\x01\x00\x02\x02\x28')),
  unsure('two lengths', bytes('HTTP/1.1 202 A\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}')),
  unsure('a head of 400 kB', answer('202 A', '{}', `x-a: ${'a'.repeat(400_000)}`)),
  unsure('a body cut before the id', cutShort('202 A', '{"task_i', 'end', JSON_TYPE)),
  unsure('a body reset before the id', cutShort('202 A', '{"task_i', 'reset', JSON_TYPE)),
  unsure('a chunk that is cut', bytes('HTTP/1.1 202 A\r\ntransfer-encoding: chunked\r\n\r\n50\r\n{"tas')),
  unsure('a chunk that is none', bytes('HTTP/1.1 202 A\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}')),
];

const whole =
  (change: (body: string, c: HostileCase) => string | Buffer, ...lines: string[]) =>
  (c: HostileCase): RawReply =>
    answer('202 A', change(accepted(c), c), ...(lines.length > 0 ? lines : [JSON_TYPE]));
const asIs = (body: string): string => body;
const withHead = (...lines: string[]) => whole(asIs, JSON_TYPE, ...lines);
/** Beyond what a double holds: read as a number it would be another id. */
const number = ({ index }: HostileCase): string => String(9_007_199_254_740_993n + 2n * BigInt(index));

const odd: Hostile[] = [
  ...[200, 201, 203, 206].map((status) =>
    taken(`status ${status} with an id`, (c) => answer(`${status} OK`, accepted(c), JSON_TYPE)),
  ),
  taken(
    'a file name in Chinese in its head',
    withHead('content-disposition: attachment; filename=\xe4\xb8\xad\xe6\x96\x87.png'),
  ),
  taken('GBK in its head', withHead('x-name: \xd6\xd0\xce\xc4')),
  taken('an emoji in its head', withHead('x-name: \xf0\x9f\x98\x80')),
  taken('control characters in its head', withHead('x-name: a\x01\x1f\x7fb')),
  taken('many cookies', withHead('set-cookie: a=1', 'set-cookie: b=\xe4\xb8\xad', 'set-cookie: c')),
  taken('names of all objects', withHead('__proto__: a', 'constructor: b', 'toString: c')),
  taken('a thousand lines of head', withHead(...Array.from({ length: 1000 }, (_, at) => `x-${at}: ${at}`))),
  taken('100 and 103 before it', (c) =>
    bytes(
      `HTTP/1.1 100 C\r\n\r\nHTTP/1.1 103 E\r\nlink: </a>\r\n\r\nHTTP/1.1 202 A\r\nconnection: close\r\n\r\n${accepted(c)}`,
    ),
  ),
  taken(
    'an id that is a number',
    (c) => answer('202 A', `{"task_id":${number(c)},"status":"pending"}`, JSON_TYPE),
    number,
  ),
  taken('an id one level down', (c) => jsonAnswer('202 A', { data: { task_id: c.task } })),
  taken('an id four levels down', (c) =>
    jsonAnswer('202 A', { ok: true, response: { data: { task: { task_id: c.task } } } }),
  ),
  taken('no status', (c) => jsonAnswer('202 A', { task_id: c.task })),
  taken('a status of null', (c) => jsonAnswer('202 A', { task_id: c.task, status: null })),
  taken('a status in capitals', (c) => jsonAnswer('202 A', { task_id: c.task, status: 'PENDING' })),
  taken('a name in another case', (c) => jsonAnswer('202 A', { taskId: c.task })),
  taken(
    'a byte order mark',
    whole((body) => `\uFEFF${body}`),
  ),
  taken(
    'UTF-16 with a mark',
    whole((body) => Buffer.from(`\uFEFF${body}`, 'utf16le'), 'content-type: application/json; charset=utf-16'),
  ),
  taken(
    'UTF-16 without a word of it',
    whole((body) => Buffer.from(`\uFEFF${body}`, 'utf16le')),
  ),
  taken(
    'Latin-1 in its body',
    whole((body) => Buffer.from(body.replace('{', '{"note":"caf\xe9",'), 'latin1')),
  ),
  taken('an unknown charset', whole(asIs, 'content-type: application/json; charset=klingon')),
  taken(
    'garbage behind it',
    whole((body) => `${body}\n<!-- served by proxy 7 -->`),
  ),
  taken(
    'a second object behind it',
    whole((body) => `${body}{"more":1}`),
  ),
  taken(
    'zeros behind it',
    whole((body) => `${body}\0\0\0`),
  ),
  taken(
    'the id twice',
    whole((body, { task }) => body.replace('{', `{"task_id":"${task}",`)),
  ),
  taken('type HTML', whole(asIs, 'content-type: text/html')),
  taken('type PNG', whole(asIs, 'content-type: image/png')),
  taken('no type', whole(asIs, 'x-none: 1')),
  taken(
    'compressed as it says',
    whole((body) => gzipSync(body), JSON_TYPE, 'content-encoding: gzip'),
  ),
  taken('an encoding that nobody knows', whole(asIs, JSON_TYPE, 'content-encoding: zopfli')),
  taken('a body cut behind the id', (c) => cutShort('202 A', `{"task_id":"${c.task}","status":"pe`, 'end', JSON_TYPE)),
  taken('a body without a length, cut behind the id', (c) =>
    bytes(`HTTP/1.1 202 A\r\n\r\n{"task_id":"${c.task}","sta`),
  ),
  taken('a chunk cut behind the id', (c) =>
    bytes(`HTTP/1.1 202 A\r\ntransfer-encoding: chunked\r\n\r\n90\r\n{"task_id":"${c.task}","sta`),
  ),
  taken(
    'the id and 5,000 levels',
    whole((body) => `${body.slice(0, -1)},"deep":${'['.repeat(5000)}${']'.repeat(5000)}}`),
  ),
  taken(
    'the id and 100 MB',
    whole((body) =>
      Buffer.concat([Buffer.from(`${body.slice(0, -1)},"pad":"`), Buffer.alloc(100_000_000, 'a'), Buffer.from('"}')]),
    ),
  ),
  taken('a second answer behind it', (c) =>
    bytes(
      `HTTP/1.1 202 A\r\ncontent-length: ${accepted(c).length}\r\n\r\n${accepted(c)}HTTP/1.1 500 X\r\ncontent-length: 0\r\n\r\n`,
    ),
  ),
  taken('an error beside the id', (c) => jsonAnswer('202 A', { error: null, task_id: c.task })),
];

/** What a server may answer to a submission. Each is told by its own caption, so all can be sent at once. */
export const HOSTILE_SUBMISSIONS: readonly Hostile[] = [...refusals, ...unclear, ...odd];
