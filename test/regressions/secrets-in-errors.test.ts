import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { AppError } from '../../src/shared/app-error';
import { createRedactor } from '../../src/main/http/redact';
import { generate } from '../../src/shared/endpoints/paperbanana';
import { createSeededRandom } from '../support/seeded-random';
import { content, json, type Reply } from '../support/loopback-server';
import { openScene } from '../support/server-scene';
import { temporaryFolder } from '../support/temporary-folder';

/** Not shaped like PaperBanana's own, and with letters that every spelling escapes in its own way. */
const KEY = 'Canary+Key/0123=zYx&9';
const PASSWORD = 'hook-Pass.w0rd';
const HOOK = `https://owner:${PASSWORD}@hooks.example/in`;

const base64 = (text: string, before = ''): string => Buffer.from(before + text).toString('base64');
const urlSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');
const escaped = (text: string): string =>
  Array.from(text)
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** How a server may give the secret back. */
const SPELLINGS: [name: string, spelling: string][] = [
  ['plain', KEY],
  ['upper case', KEY.toUpperCase()],
  ['lower case', KEY.toLowerCase()],
  ['percent', encodeURIComponent(KEY)],
  ['percent in lower case', encodeURIComponent(KEY).toLowerCase()],
  ['percent twice', encodeURIComponent(encodeURIComponent(KEY))],
  ['form', new URLSearchParams({ k: KEY }).toString()],
  ['JSON', JSON.stringify(KEY)],
  ['JSON with escaped slashes', JSON.stringify(KEY).replaceAll('/', '\\/')],
  ['JSON in numbers', escaped(KEY)],
  ['a page', KEY.replaceAll('&', '&amp;')],
  [
    'a page in numbers',
    Array.from(KEY)
      .map((letter) => `&#${letter.charCodeAt(0)};`)
      .join(''),
  ],
  ['hex', Buffer.from(KEY).toString('hex')],
  ['HEX', Buffer.from(KEY).toString('hex').toUpperCase()],
  ...['', 'a', 'ab', 'abc', 'user:'].flatMap((before): [string, string][] => [
    [`base64 behind “${before}”`, base64(KEY, before)],
    [`base64 without padding behind “${before}”`, base64(KEY, before).replaceAll('=', '')],
    [`base64 of addresses behind “${before}”`, urlSafe(base64(KEY, before))],
    [`base64 amid more behind “${before}”`, base64(`${KEY} and more`, before)],
  ]),
];

/** What a text says in any of the spellings, all in one case and without what differs between them. */
function readings(text: string): string[] {
  const unescaped = text
    .replace(/\\+u00([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/\\\//g, '/');
  const decoded = [unescaped];
  for (let times = 0; times < 2; times += 1)
    decoded.push(
      (decoded.at(-1) ?? '').replace(/%([0-9a-f]{2})/gi, (_all, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      ),
    );
  const runs = text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? [];
  const inside = runs.flatMap((run) =>
    [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('latin1')),
  );
  const hex = (text.match(/[0-9a-f]{16,}/gi) ?? []).map((run) => Buffer.from(run, 'hex').toString('latin1'));
  return [...decoded, ...inside, ...hex].map((one) => one.toLowerCase());
}

/** A third of the key is enough to give it away. */
const PARTS = [KEY.slice(0, 8), KEY.slice(7, 15), KEY.slice(-8)].map((part) => part.toLowerCase());
const betrays = (text: string): boolean =>
  readings(text).some(
    (reading) => PARTS.some((part) => reading.includes(part)) || reading.includes(PASSWORD.toLowerCase()),
  );

it('would know the key in each of its spellings', () => {
  for (const [name, spelling] of SPELLINGS) expect([name, betrays(`x ${spelling} y`)]).toEqual([name, true]);
});

/** Where in an answer a secret may stand. */
const PLACES: [name: string, reply: (secret: string) => Reply][] = [
  ['detail', (secret) => json(401, { detail: `Key ${secret} is unknown` })],
  ['detail in a list', (secret) => json(400, { detail: [{ hint: secret }], [secret]: 1 })],
  ['message', (secret) => json(500, { error: { message: secret } })],
  ['plain text', (secret) => content(500, 'text/plain', `who is ${secret}?`)],
  ['a page', (secret) => content(403, 'text/html', `<html><p>${secret}</p></html>`)],
  ['a page under 200', (secret) => content(202, 'text/html', `<html><p>${secret}</p></html>`)],
  ['the type', (secret) => content(500, `text/plain; key="${secret.replaceAll('"', '')}"`, 'no')],
  ['a header', (secret) => json(403, { detail: 'no' }, { 'x-key': secret })],
  ['the place of a redirect', (secret) => (response) => response.writeHead(307, { location: `/x?k=${secret}` }).end()],
  ['the message of a field', (secret) => json(422, { detail: [{ loc: ['body', secret], msg: secret, type: 'odd' }] })],
  [
    'what a field allows',
    (secret) =>
      json(422, { detail: [{ loc: ['body', 'caption'], msg: 'no', type: 'enum', ctx: { expected: secret } }] }),
  ],
  ['an answer that makes no sense', (secret) => json(202, { hello: secret })],
  [
    'an answer that breaks off',
    (secret) => content(202, 'application/json', `{"hello":"${secret.replaceAll('"', '')}`),
  ],
  ['a reason', (secret) => json(202, { task_id: 't1', status: secret, [secret]: secret })],
];

const allOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.reserve'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join('\n');

it.each(PLACES)('keeps and tells the key in none of its spellings: %s', async (_place, replyWith) => {
  const scene = await openScene(temporaryFolder(), KEY);
  const told: unknown[] = [];
  for (const [, spelling] of SPELLINGS) {
    scene.server.on('POST /api/generate', replyWith(spelling));
    await scene
      .submit('paperbanana.generate', { source_context: 'A', caption: 'B' })
      .catch((error: unknown) => told.push(error instanceof AppError ? error.data : error));
  }
  const { jobs, exchanges } = scene.services;
  const kept = jobs.list({ scope: 'all', limit: 100 }).jobs;
  expect(kept).toHaveLength(SPELLINGS.length);
  const seen = JSON.stringify([told, kept, kept.map(({ id }) => exchanges.list(id))]);
  expect(betrays(seen)).toBe(false);
  scene.services.close();
  expect(betrays(allOf(scene.dataDir))).toBe(false);
});

it('hides the key wherever it stands in texts of any shape', () => {
  const random = createSeededRandom(7);
  const redactor = createRedactor(generate, undefined, KEY);
  const letters = Array.from('ab01+/=%\\"{}<>& \n•漢🍌');
  const noise = (): string =>
    Array.from({ length: Math.floor(random() * 40) }, () => letters[Math.floor(random() * letters.length)]).join('');
  for (let times = 0; times < 500; times += 1) {
    const [name = '', spelling = ''] = SPELLINGS[Math.floor(random() * SPELLINGS.length)] ?? [];
    // a letter right before it would make another base64 of it
    const text = `${noise()} ${spelling} ${noise()}`;
    const shown = JSON.stringify([
      redactor.text(text),
      redactor.value({ [text]: [text] }),
      redactor.url(`https://x.example/?q=${text}`),
      redactor.headers([[`x-${spelling}`, text]]),
      Buffer.from(redactor.bytes(Buffer.from(text))).toString(),
    ]);
    expect([name, betrays(shown)]).toEqual([name, false]);
  }
});

it.each([
  ['the end of what is kept', 64 * 1024],
  ['the end of what is shown of an error', 8000],
  ['the end of a detail', 2000],
])('leaves no half of the key at a cut: %s', async (_name, length) => {
  const scene = await openScene(temporaryFolder(), KEY);
  const told: unknown[] = [];
  for (let before = length - KEY.length - 15; before <= length + 2; before += 3) {
    scene.server.on(
      'POST /api/generate',
      content(401, 'text/plain', `${'.'.repeat(before)}${KEY}${'.'.repeat(500_000)}`),
    );
    await scene
      .submit('paperbanana.generate', { source_context: 'A', caption: 'B' })
      .catch((error: unknown) => told.push((error as AppError).data));
  }
  const { jobs, exchanges } = scene.services;
  const kept = jobs.list({ scope: 'all', limit: 100 }).jobs;
  expect(betrays(JSON.stringify([told, kept, kept.map(({ id }) => exchanges.list(id))]))).toBe(false);
});

it('keeps the user info of a callback’s address out of requests, answers and errors', async () => {
  const scene = await openScene();
  const input = { source_context: 'A', caption: 'B', webhook_url: HOOK };
  scene.server.on('POST /api/generate', json(400, { detail: `cannot reach ${HOOK} with ${PASSWORD}`, HOOK }));
  const error = await scene.submit('paperbanana.generate', input).catch((failure: unknown) => failure);
  expect(error).toMatchObject({ data: { detail: 'cannot reach https://hooks.example/in with •••' } });
  const [exchange] = scene.services.exchanges.list(scene.job().id);
  expect(JSON.parse(exchange?.requestBody ?? '')).toMatchObject({ webhook_url: 'https://hooks.example/in' });
  expect(JSON.stringify([exchange, (error as AppError).data])).not.toMatch(/Pass\.w0rd|owner/);
  // it is sent as it was typed
  expect(JSON.parse(scene.server.received[0]!.body.toString())).toMatchObject({ webhook_url: HOOK });
});
