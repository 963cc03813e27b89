import { gzipSync } from 'node:zlib';
import type { Hostile, HostileCase, HostileEnd } from './hostile-case';
import { answer, bytes, closeAtOnce, cutShort, jsonAnswer, resetAtOnce, type RawReply } from './raw-server';

const JSON_TYPE = 'content-type: application/json';
type Reply = (c: HostileCase) => RawReply;
const task =
  (more: Record<string, unknown>): Reply =>
  (c) =>
    jsonAnswer('200 OK', { task_id: c.task, ...more });
const page =
  (status: string): Reply =>
  () =>
    answer(status, '<html><h1>sorry</h1></html>', 'content-type: text/html');
const completed = (c: HostileCase): string => JSON.stringify({ task_id: c.task, status: 'completed' });

const row = (name: string, poll: Reply, expected: HostileEnd): Hostile => ({ name: `asked: ${name}`, poll, expected });

/** The job goes on: this answer says nothing about it. */
const goesOn = (name: string, poll: Reply, ...codes: string[]): Hostile =>
  row(name, poll, { states: ['queued', 'running'], codes, spent: 'yes', units: 1 });
/** The job waits for its reader to be let in. */
const blocked = (name: string, poll: Reply, code: string): Hostile =>
  row(name, poll, { states: ['blocked'], codes: [code], spent: 'yes', units: 1 });
/** The server says that it has ended badly. */
const ended = (name: string, poll: Reply): Hostile =>
  row(name, poll, { states: ['failed'], codes: ['job_failed'], spent: 'yes', units: 1 });
const done = (name: string, poll: Reply): Hostile => row(name, poll, { states: ['done'], units: 1, pictures: 1 });

const raw =
  (text: string): Reply =>
  () =>
    bytes(text);

const nested =
  (levels: number): Reply =>
  (c) =>
    answer('200 OK', `${completed(c).slice(0, -1)},"deep":${'['.repeat(levels)}${']'.repeat(levels)}}`, JSON_TYPE);

export const HOSTILE_POLLS: readonly Hostile[] = [
  blocked('401', () => jsonAnswer('401 U', { detail: 'Invalid API key' }), 'unauthorized'),
  blocked('401 with a challenge', () => answer('401 U', '', 'www-authenticate: Basic realm="x"'), 'unauthorized'),
  blocked('402', () => jsonAnswer('402 P', {}), 'out_of_funds'),
  blocked('403', () => jsonAnswer('403 F', { detail: 'no' }), 'forbidden_by_server'),
  blocked('403 quota', () => jsonAnswer('403 F', { detail: 'Quota exhausted' }), 'quota_exhausted'),
  blocked('403 disabled', () => jsonAnswer('403 F', { detail: 'API key is disabled' }), 'key_disabled'),
  goesOn('403 as a page', page('403 F'), 'gateway_page'),
  goesOn('404 of a proxy in words', () => answer('404 N', 'Not Found', 'content-type: text/plain'), 'not_found'),
  goesOn('404 of a proxy as a page', page('404 N'), 'gateway_page'),
  goesOn('404 of another server', () => jsonAnswer('404 N', { error: 'route not found' }), 'not_found'),
  goesOn('404 for the address', () => jsonAnswer('404 N', { detail: 'Not Found' }), 'not_offered'),
  goesOn('404 without a body', () => answer('404 N', ''), 'not_found'),
  goesOn('429', () => jsonAnswer('429 T', {}, 'retry-after: 99999'), 'rate_limited'),
  goesOn('500 in words', () => answer('500 I', 'Internal Server Error', 'content-type: text/plain'), 'server_error'),
  goesOn('502 as a page', page('502 B'), 'gateway_page'),
  goesOn('503', () => answer('503 S', '', 'retry-after: never'), 'server_error'),
  goesOn('421', () => jsonAnswer('421 M', {}), 'refused'),
  goesOn('status 999', () => jsonAnswer('999 X', {}), 'server_error'),
  goesOn('status 000', () => jsonAnswer('000 X', {}), 'refused'),
  goesOn('200 without a body', () => answer('200 OK', ''), 'bad_answer'),
  goesOn('204', () => bytes('HTTP/1.1 204 N\r\nconnection: close\r\n\r\n'), 'bad_answer'),
  goesOn('304', () => bytes('HTTP/1.1 304 N\r\nconnection: close\r\n\r\n'), 'refused'),
  goesOn('a page', page('200 OK'), 'gateway_page'),
  goesOn('words', () => answer('200 OK', 'still working', 'content-type: text/plain'), 'bad_answer'),
  ...['null', '7', '"completed"', '[]', '[{}]'].map((body) =>
    goesOn(body, () => answer('200 OK', body, JSON_TYPE), 'bad_answer'),
  ),
  goesOn('zeros', () => answer('200 OK', Buffer.alloc(1000), JSON_TYPE), 'bad_answer'),
  goesOn('garbage behind it', (c) => answer('200 OK', `${completed(c)}</html>`, JSON_TYPE), 'bad_answer'),
  goesOn('a body cut short', (c) => cutShort('200 OK', completed(c).slice(0, 20), 'end', JSON_TYPE), 'connection_lost'),
  goesOn('a body reset', (c) => cutShort('200 OK', completed(c).slice(0, 20), 'reset', JSON_TYPE), 'connection_lost'),
  goesOn(
    'a chunk cut short',
    raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n50\r\n{"ta'),
    'connection_lost',
  ),
  goesOn('closed', () => closeAtOnce, 'connection_lost'),
  goesOn('reset', () => resetAtOnce, 'connection_lost'),
  goesOn('half a head', raw('HTTP/1.1 200 OK\r\ncontent-le'), 'connection_lost', 'bad_answer'),
  goesOn('no HTTP', raw('hello'), 'connection_lost'),
  goesOn('zeros in its head', raw('HTTP/1.1 200 OK\r\nx-a: a\0b\r\n\r\n{}'), 'connection_lost'),
  goesOn('two lengths', raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'), 'connection_lost'),
  goesOn('two addresses', raw('HTTP/1.1 302 F\r\nlocation: /a\r\nlocation: /b\r\n\r\n'), 'connection_lost'),
  goesOn('a head of 400 kB', () => answer('200 OK', '{}', `x-a: ${'a'.repeat(400_000)}`), 'connection_lost'),
  goesOn('gzip that is none', (c) => answer('200 OK', completed(c), 'content-encoding: gzip'), 'connection_lost'),
  goesOn(
    'a gzip bomb',
    () => answer('200 OK', gzipSync(Buffer.alloc(100_000_000)), 'content-encoding: gzip'),
    'answer_too_large',
  ),
  goesOn('100 MB', () => answer('200 OK', Buffer.alloc(100_000_000, 32), JSON_TYPE), 'answer_too_large'),
  goesOn('a circle', (c) => answer('302 F', '', `location: /api/tasks/${c.task}`), 'refused'),
  goesOn('sent to another origin', () => answer('302 F', '', 'location: http://127.0.0.1:9/steal'), 'refused'),
  goesOn('sent to a file', () => answer('307 F', '', 'location: file:///etc/passwd'), 'refused'),
  goesOn('sent to data', () => answer('302 F', '', 'location: data:application/json,{}'), 'refused'),
  goesOn('sent nowhere', () => answer('302 F', ''), 'refused'),
  goesOn(
    'sent to what is no address',
    () => answer('302 F', '', 'location: http://[::bad'),
    'connection_lost',
    'refused',
  ),
  goesOn('sent to a name and password', () => answer('302 F', '', 'location: http://a:b@127.0.0.1:9/'), 'refused'),
  goesOn('a word that nobody knows', task({ status: 'daydreaming' }), 'unknown_status'),
  goesOn('a word of 1 MB', task({ status: 'x'.repeat(1_000_000) }), 'unknown_status'),
  goesOn('no word', task({}), 'unknown_status', 'bad_answer'),
  goesOn('a list for a word', task({ status: ['completed'] }), 'unknown_status', 'bad_answer'),
  ended('failed', task({ status: 'failed', error: 'The model gave up' })),
  ended('failed in capitals', task({ status: 'FAILED' })),
  ended('cancelled', task({ status: 'cancelled' })),
  ended('error', task({ status: 'error', error: { message: 'odd' } })),
  ended('expired', task({ status: 'Expired' })),
  ended('a reason with control characters', task({ status: 'failed', error: 'a\u0000\u001b[2J\u202E b' })),
  ended('a reason of 1 MB', task({ status: 'failed', error: 'x'.repeat(1_000_000) })),
  ended('a reason that repeats the key', (c) => task({ status: 'failed', error: `no: ${c.key}`, [c.key]: c.key })(c)),
  done('completed in capitals', task({ status: 'COMPLETED' })),
  done('succeeded', task({ status: 'succeeded' })),
  done('a description that is none', task({ status: 'completed', description: { a: 1 } })),
  done('artifacts that are none', task({ status: 'completed', artifacts: [7], image_base64: 7 })),
  done('base64 that is none', task({ status: 'completed', image_base64: '!!! not base64 !!!' })),
  goesOn('5,000 levels beside it', nested(5000), 'bad_answer'),
  done('400 levels beside it', nested(400)),
  done('a byte order mark', (c) => answer('200 OK', `\uFEFF${completed(c)}`, JSON_TYPE)),
  done('a name in Chinese in its head', (c) =>
    answer('200 OK', completed(c), JSON_TYPE, 'x-name: \xe4\xb8\xad\xe6\x96\x87'),
  ),
  done('control characters in its head', (c) => answer('200 OK', completed(c), JSON_TYPE, 'x-name: a\x01\x1f\x7f')),
  done('the word twice, the last counts', (c) =>
    answer('200 OK', completed(c).replace('{', '{"status":"failed",'), JSON_TYPE),
  ),
  done('another id than was asked for', () => jsonAnswer('200 OK', { task_id: 'another', status: 'completed' })),
  done('type PNG', (c) => answer('200 OK', completed(c), 'content-type: image/png')),
  done('gzip as it says', (c) => answer('200 OK', gzipSync(completed(c)), JSON_TYPE, 'content-encoding: gzip')),
  done('hints before it', (c) =>
    bytes(`HTTP/1.1 103 E\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nconnection: close\r\n\r\n${completed(c)}`),
  ),
  done('byte by byte', (c) => (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
    const letters = completed(c).split('');
    const next = (): void => {
      const letter = letters.shift();
      if (letter === undefined) socket.end();
      else socket.write(letter, () => setImmediate(next));
    };
    next();
  }),
];
