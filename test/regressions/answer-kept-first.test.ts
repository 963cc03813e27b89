import { onTestFinished, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/app-error';
import { content, json, type Reply } from '../support/loopback-server';
import { openScene, type ServerScene } from '../support/server-scene';
import { openServices } from '../support/services-world';
import { openDatabase } from '../../src/main/jobs/database';
import { join } from 'node:path';
import { createFakeLog } from '../support/fake-log';

const TEXT = { source_context: 'A network.', caption: 'Figure 1' };
const ID = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';

type Body = string | Uint8Array;

/** Ends without having said how long it would be: nobody can tell that something is missing. */
function cutWithoutLength(status: number, begin: Body): Reply {
  return (response, { socket }) => {
    socket.end(
      Buffer.concat([
        Buffer.from(`HTTP/1.1 ${status} OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n`),
        Buffer.from(begin as string),
      ]),
    );
    response.detachSocket(socket);
  };
}

function cutWithLength(status: number, begin: string): Reply {
  return (response, { socket }) => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': begin.length + 50 });
    response.write(begin, () => socket.destroy());
  };
}

const as = (type: string, body: Body, status = 202): Reply => content(status, type, body);
const told = (body: Body, status = 202): Reply => as('application/json', body, status);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const deep = (levels: number, inside: string): string => '{"a":'.repeat(levels) + inside + '}'.repeat(levels);
const good = JSON.stringify({ task_id: ID, status: 'pending' });

const FOUND: [what: string, reply: Reply, id: string][] = [
  ['the promised answer', told(good), ID],
  ['under 200', told(good, 200), ID],
  ['under 201', told(good, 201), ID],
  ['under 206', told(good, 206), ID],
  ['without a status', told(`{"task_id":"${ID}"}`), ID],
  ['a status that is none', told(`{"task_id":"${ID}","status":{"code":1}}`), ID],
  ['a number', told('{"task_id":42,"status":"pending"}'), '42'],
  ['a number beyond 2^53', told('{"task_id":9007199254740993001,"status":"pending"}'), '9007199254740993001'],
  ['in data', told(`{"data":{"task_id":"${ID}"}}`), ID],
  ['in a list', told(`[{"task_id":"${ID}"}]`), ID],
  ['as taskId', told(`{"taskId":"${ID}"}`), ID],
  ['as job_id', told(`{"job_id":"${ID}"}`), ID],
  ['as id', told(`{"id":"${ID}","status":"pending"}`), ID],
  ['as job.id', told(`{"job":{"id":"${ID}"}}`), ID],
  ['as data.id', told(`{"code":0,"data":{"id":"${ID}"}}`), ID],
  ['before the cut, without a length', cutWithoutLength(202, `{"task_id":"${ID}","sta`), ID],
  ['before the cut, with a length', cutWithLength(202, `{"task_id":"${ID}","sta`), ID],
  ['with a mark of UTF-8 before it', told(`\uFEFF${good}`), ID],
  ['in UTF-16 with a mark', as('application/json', utf16(`\uFEFF${good}`)), ID],
  ['in UTF-16 without one', as('application/json', utf16(good)), ID],
  ['in UTF-16, big end first', as('application/json; charset=utf-16be', utf16(good).swap16()), ID],
  [
    'in Latin-1',
    as('application/json; charset=latin1', Buffer.from(`{"note":"\xe9","task_id":"${ID}"}`, 'latin1')),
    ID,
  ],
  ['in GBK', as('application/json; charset=gbk', Buffer.from(`{"note":"\xc4\xe3","task_id":"${ID}"}`, 'latin1')), ID],
  ['in a charset that nobody knows', as('application/json; charset=klingon', good), ID],
  ['with bytes that are no text', told(Buffer.from(`{"note":"\xff\xfe","task_id":"${ID}"}`, 'latin1')), ID],
  ['with rubbish after it', told(`${good}\n<!-- proxy 12 ms -->`), ID],
  ['with rubbish before it', told(`)]}',\n${good}`), ID],
  ['twice over', told(good + good), ID],
  ['under doubled keys, the last', told(`{"task_id":"old","task_id":"${ID}","status":"pending"}`), ID],
  ['with NUL after it', told(`${good}\0\0\0`), ID],
  ['in a page', as('text/html', `<html class="x"><pre>{"task_id": "${ID}"}</pre></html>`), ID],
  ['in a page, escaped', as('text/html', `<p>{&quot;task_id&quot;:&quot;${ID}&quot;}</p>`), ID],
  ['called a page and none', as('text/html', good), ID],
  ['called plain text', as('text/plain', good), ID],
  ['as a text of JSON', told(JSON.stringify(good)), ID],
  ['5,000 levels deep', told(deep(5000, `{"task_id":"${ID}"}`)), ID],
  [
    'beside 100,000 levels',
    told(`{"task_id":"${ID}","status":"pending","x":${'['.repeat(1e5)}${']'.repeat(1e5)}}`),
    ID,
  ],
  ['beside 2 MB', told(`{"x":"${'y'.repeat(2e6)}","task_id":"${ID}"}`), ID],
  ['escaped', told(`{"task_id":"\\u0061${ID.slice(1)}","status":"pending"}`), ID],
  ['beside an echo of another', told(`{"request":{"task_id":"parent"},"result":{"task_id":"${ID}"}}`), ID],
];

const NOT_FOUND: [what: string, reply: Reply][] = [
  ['nothing', told('')],
  ['204', (response) => response.writeHead(204).end()],
  ['205', (response) => response.writeHead(205).end()],
  ['a page', as('text/html', '<html><body>Log in to the hotel</body></html>')],
  ['a page under 200', as('text/html', '<html><body>OK</body></html>', 200)],
  ['plain text', as('text/plain', 'accepted')],
  ['another object', told('{"status":"pending"}')],
  ['an error under a good status', told('{"error":"quota","id":"req_1"}')],
  ['the word no under a good status', told('{"success":false,"id":"req_1"}', 200)],
  ['null', told('{"task_id":null,"status":"pending"}')],
  ['an empty id', told('{"task_id":"","status":"pending"}')],
  ['dots', told('{"task_id":"..","status":"pending"}')],
  ['control characters', told('{"task_id":"a\\nb","status":"pending"}')],
  ['an escape sequence', told('{"task_id":"\\u001b[2Jx","status":"pending"}')],
  ['half an emoji', told('{"task_id":"\\ud83c","status":"pending"}')],
  ['a direction turned round', told('{"task_id":"a\\u202eb","status":"pending"}')],
  ['an absurd length', told(JSON.stringify({ task_id: 'x'.repeat(5000), status: 'pending' }))],
  ['a fraction', told('{"task_id":1.5,"status":"pending"}')],
  ['a number with an exponent', told('{"task_id":1e21,"status":"pending"}')],
  ['a list of ids', told('{"task_id":["a","b"],"status":"pending"}')],
  ['two ids', told('[{"task_id":"a"},{"task_id":"b"}]')],
  ['an id of something else', told('{"pictures":[{"id":"p1"}]}')],
  ['cut in the id', cutWithoutLength(202, '{"task_id":"a1b2')],
  ['cut in a number', cutWithoutLength(202, '{"task_id":1234')],
  ['cut before anything', cutWithLength(202, '')],
  ['5,000 levels of nothing', told(deep(5000, '1'))],
  ['200,000 open brackets', told('['.repeat(200_000))],
  ['NUL only', told('\0'.repeat(100))],
  ['bytes', as('application/octet-stream', Buffer.from([0x1f, 0x8b, 0xff, 0x00, 0x80]))],
  ['a picture', as('image/png', Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['500', as('text/plain', 'Internal Server Error', 500)],
  ['302', (response) => response.writeHead(302, { location: '/done' }).end()],
  ['303', (response) => response.writeHead(303, { location: '/api/tasks/x' }).end()],
  ['408 of a proxy', as('text/plain', 'Request timeout', 408)],
];

const REFUSED: [what: string, reply: Reply][] = [
  ['400', json(400, { detail: 'bad' })],
  ['401', json(401, { detail: 'Invalid API key' })],
  ['403', json(403, { detail: 'Quota exhausted' })],
  ['422', json(422, { detail: 'no' })],
  ['429', json(429, { detail: 'slow' })],
  ['503', json(503, { detail: 'paused' })],
  ['308', (response) => response.writeHead(308, { location: '/api/generate/' }).end()],
];

async function submitted(reply: Reply): Promise<ServerScene> {
  const scene = await openScene();
  // nothing is asked about: only the acceptance is looked at
  scene.server.on('POST /api/generate', reply);
  await scene.submit('paperbanana.generate', TEXT).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
  return scene;
}

describe('goes on with a submission whose id can be found', () => {
  it.each(FOUND)('%s', async (_what, reply, id) => {
    const scene = await submitted(reply);
    expect(scene.job()).toMatchObject({ state: 'queued', remoteId: id, units: 1, error: null });
    expect(scene.count('POST /api/generate')).toBe(1);
  });
});

describe('is uncertain, shows what came, and goes on with an id entered by hand', () => {
  it.each(NOT_FOUND)('%s', async (_what, reply) => {
    const scene = await submitted(reply);
    const { id } = scene.job();
    expect(scene.job()).toMatchObject({ state: 'uncertain', remoteId: null, error: { code: 'uncertain' } });
    expect(scene.job().error?.spent).not.toBe('no');
    const [exchange] = scene.services.exchanges.list(id);
    expect(exchange?.status).toBe(scene.job().error?.status);
    scene.services.jobs.resolve(id, null);
    scene.services.jobs.resolve(id, ID);
    expect(scene.job()).toMatchObject({ state: 'queued', remoteId: ID, units: 1 });
    expect(scene.count('POST /api/generate')).toBe(1);
  });
});

it.each(REFUSED)('fails for nothing at a clear refusal: %s', async (_what, reply) => {
  expect((await submitted(reply)).job()).toMatchObject({ state: 'failed', units: 0 });
});

/** The kept answer of the only job, in a database that nobody has open any more. */
function keptIn(dataDir: string): Record<string, unknown> | undefined {
  const { database } = openDatabase(join(dataDir, 'history.db'), {
    clock: { now: () => 0 } as never,
    log: createFakeLog(),
  });
  onTestFinished(() => {
    database.close();
  });
  return database.prepare('SELECT * FROM submission_answers').get();
}

it('keeps the bytes as they came, the first megabyte of many', async () => {
  const bytes = Buffer.from(`{"status":"\xff\0pending"}`, 'latin1');
  const small = await submitted(told(bytes, 200));
  small.services.close();
  expect(keptIn(small.dataDir)).toMatchObject({
    status: 200,
    bytes: bytes.length,
    whole: 1,
    head: new Uint8Array(bytes),
  });
  const large = await submitted(told('z'.repeat(3_000_000)));
  large.services.close();
  const kept = keptIn(large.dataDir);
  expect(kept).toMatchObject({ bytes: 3_000_000, whole: 1 });
  expect((kept?.['head'] as Uint8Array).length).toBe(1_000_000);
});

it('stops at 64 MB of an answer, and is uncertain', async () => {
  const piece = Buffer.alloc(1_000_000, 'z');
  const scene = await submitted((response, { socket }) => {
    response.writeHead(202, { 'content-type': 'application/json' });
    const more = (): void => {
      while (!socket.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  });
  expect(scene.job()).toMatchObject({ state: 'uncertain', units: 1, error: { params: { cause: 'too_large' } } });
});

it('reads after a crash the answer that had come before it', async () => {
  const scene = await openScene();
  scene.server.on('POST /api/generate', told(good));
  // the crash: what came is on the disk, what it says is not
  const { database } = openDatabase(join(scene.dataDir, 'history.db'), { clock: scene.clock, log: createFakeLog() });
  database.exec(
    `CREATE TRIGGER crash BEFORE UPDATE ON jobs WHEN new.state = 'queued' BEGIN SELECT RAISE(ABORT, 'crash'); END`,
  );
  await expect(scene.submit('paperbanana.generate', TEXT)).rejects.toMatchObject({ data: { spent: 'yes' } });
  expect(scene.job().state).toBe('sending');
  scene.services.close();
  database.exec('DROP TRIGGER crash');
  database.close();
  const next = openServices(scene.dataDir);
  next.services.jobs.start();
  expect(next.job()).toMatchObject({ state: 'queued', remoteId: ID, units: 1 });
  expect(scene.server.received).toHaveLength(1);
});

it('shows after a crash what came and says nothing', async () => {
  const scene = await openScene();
  scene.server.on('POST /api/generate', told('{"hello":"world"}'));
  const { database } = openDatabase(join(scene.dataDir, 'history.db'), { clock: scene.clock, log: createFakeLog() });
  database.exec(
    `CREATE TRIGGER crash BEFORE UPDATE ON jobs WHEN new.state = 'uncertain' BEGIN SELECT RAISE(ABORT, 'crash'); END`,
  );
  await scene.submit('paperbanana.generate', TEXT);
  scene.services.close();
  database.exec('DROP TRIGGER crash');
  database.close();
  const next = openServices(scene.dataDir);
  next.services.jobs.start();
  expect(next.job()).toMatchObject({
    state: 'uncertain',
    error: { status: 202, raw: { contentType: 'application/json', body: '{"hello":"world"}' } },
  });
});

const RUN = { modelKey: 'sdxl', modelInputs: { prompt: 'a banana' } };
const END = { finished: true, modelOutputs: [{ text: 'hi' }] };

it('takes the end that a run is answered with, whatever is odd about its id', async () => {
  const scene = await openScene();
  scene.server.on('POST /v1/run', told(`{"data":{"id":12345678901234567890,"api":${JSON.stringify(END)}}}`, 200));
  await scene.submit('bananadev.run', RUN);
  const job = await scene.until(({ state }) => state === 'done');
  expect(job).toMatchObject({ remoteId: '12345678901234567890', units: 1 });
  expect(scene.server.received).toHaveLength(1);
});

it.each([
  ['bananadev.run', 'POST /v1/run'],
  ['bananadev.start', 'POST /v1/start'],
])('asks about a %s by an id that was entered by hand', async (endpoint, route) => {
  const scene = await openScene();
  scene.server.on(route, told('{"data":{"api":{}}}', 200));
  scene.server.on('POST /v1/check', json(200, { data: { id: 'r1', api: END } }));
  await scene.submit(endpoint, RUN);
  const { id } = scene.job();
  expect(scene.job()).toMatchObject({ state: 'uncertain', error: { spent: 'yes' } });
  scene.services.jobs.resolve(id, 'r1');
  await scene.clock.advance(0);
  expect(await scene.until(({ state }) => state === 'done')).toMatchObject({
    remoteId: 'r1',
    assets: [{ format: 'json' }],
  });
});
