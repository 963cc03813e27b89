import { expect, it } from 'vitest';
import { shownAnswer } from '../../src/main/handlers/shown-answer';
import { MOST_LEVELS, parseAnswer } from '../../src/main/http/parse-answer';
import { AppError } from '../../src/shared/app-error';
import { health, generate } from '../../src/shared/endpoints/paperbanana';
import { task } from '../../src/shared/endpoints/paperbanana-tasks';
import { openapi } from '../../src/shared/endpoints/bananadev';
import { createHttpClient } from '../../src/main/http/client';
import { createFakeClock } from '../support/fake-clock';
import { createHttpWorld, errorOf, SECRET } from '../support/http-world';
import { createSeededRandom } from '../support/seeded-random';
import { buildRequest } from '../../src/shared/wire-request';

const MANY = 300_000;
const keys = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"key ${index}":${index}`).join(',')}}`;

/** Read in slices, however short. */
const inSlices = (text: string): Promise<unknown> => parseAnswer(text, Infinity);

/** How often others get to work while it lasts. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ turns: number; value: T }> {
  let turns = 0;
  let over = false;
  const turn = (): void => {
    turns += 1;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  const value = await work;
  over = true;
  return { turns, value };
}

const answering = (text: string) => async (): Promise<Response> =>
  new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });

it('lets others work while it reads hundreds of thousands of keys', async () => {
  const text = keys(MANY);
  const { turns, value } = await turnsDuring(inSlices(text));
  expect(turns).toBeGreaterThan(5);
  expect(JSON.stringify(value)).toBe(text);
});

it('lets others work through a whole call, and keeps the beginning of the text', async () => {
  const { client, to, exchanges } = createHttpWorld(answering(keys(MANY)));
  const { turns, value } = await turnsDuring(client.call(to('https://x.example', openapi, {})));
  expect(turns).toBeGreaterThan(5);
  expect(Object.keys(value.answer as object)).toHaveLength(MANY);
  expect(exchanges[0]?.responseBody).toMatch(/^\{"key 0":0,"key 1":1,.*…$/);
  expect(exchanges[0]?.responseBody).toHaveLength(65_537);
});

it('hands the window as much of an answer as it can take, and says so', () => {
  const whole = JSON.parse(keys(MANY)) as Record<string, number>;
  const { answer, shortened } = shownAnswer(whole);
  expect(shortened).toBe(true);
  expect(Object.keys(answer as object).length).toBeLessThan(60_000);
  expect(answer).toMatchObject({ 'key 0': 0, '…': '…' });
  expect(shownAnswer({ a: [1, { b: null }] })).toEqual({ answer: { a: [1, { b: null }] }, shortened: false });
});

it('takes the secret out of a large answer too', async () => {
  const text = `{"${SECRET}":"${SECRET.toLowerCase()}","list":${keys(60_000)}}`;
  const { client, to } = createHttpWorld(answering(text));
  const { answer } = await client.call(to('https://x.example', { ...openapi, credential: task.credential }, {}));
  const { list, ...own } = answer as Record<string, unknown>;
  expect(own).toEqual({ '•••': '•••' });
  expect(Object.keys(list as object)).toHaveLength(60_000);
});

function randomJson(random: () => number, depth = 0): unknown {
  const texts = ['', 'a', '"', '\\', '\n', '漢', '🍌', '\ud83c', '__proto__', '{}[],:', '\u2028', 'é'.repeat(20)];
  const numbers = [0, -0, 1, -1.5, 1e21, 1e-7, 123456789012, 0.1];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const kind = Math.floor(random() * (depth > 5 ? 4 : 6));
  if (kind === 0) return pick(texts);
  if (kind === 1) return pick(numbers);
  if (kind === 2) return pick([true, false, null]);
  if (kind === 3) return pick(texts) + pick(texts);
  const length = Math.floor(random() * 5);
  if (kind === 4) return Array.from({ length }, () => randomJson(random, depth + 1));
  return Object.fromEntries(Array.from({ length }, () => [pick(texts), randomJson(random, depth + 1)]));
}

it('reads in slices what JSON.parse reads, and refuses what it refuses', async () => {
  const random = createSeededRandom(11);
  for (let times = 0; times < 2000; times += 1) {
    const value = randomJson(random);
    const text = JSON.stringify(value, null, Math.floor(random() * 3));
    expect(await inSlices(text)).toEqual(JSON.parse(text));
    // one character taken out, put in or changed
    const at = Math.floor(random() * text.length);
    const put = '",:{}[]0-.eE+ \n\\ntx'.charAt(Math.floor(random() * 19));
    const broken = text.slice(0, at) + (random() < 0.3 ? '' : put) + text.slice(at + (random() < 0.5 ? 1 : 0));
    let wanted: unknown;
    try {
      wanted = JSON.parse(broken) as unknown;
    } catch {
      wanted = undefined;
    }
    expect([broken, await inSlices(broken)]).toEqual([broken, wanted]);
  }
});

it('takes no part in a nesting that nobody means', async () => {
  const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  for (const read of [inSlices, (text: string) => parseAnswer(text, text.length)]) {
    expect(await read(nested(MOST_LEVELS))).toEqual(JSON.parse(nested(MOST_LEVELS)));
    expect(await read(nested(MOST_LEVELS + 1))).toBeUndefined();
    expect(await read(nested(2_000_000))).toBeUndefined();
  }
});

it.each([5000, 200_000])('says bad_answer of a poll that is nested %i levels deep', async (levels) => {
  const text = `{"task_id":"t","status":"running","x":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
  const { client, to, exchanges } = createHttpWorld(answering(text));
  const error = await errorOf(client.call(to('https://x.example', task, { task_id: 't' })));
  expect(error.code).toBe('bad_answer');
  expect(exchanges[0]).toMatchObject({ status: 200, error: { code: 'bad_answer' } });
  expect(exchanges[0]?.responseBody).toContain('"status":"running"');
});

it.each([
  ['a disk error', new AppError('disk_full')],
  ['a fallen stack', new RangeError('Maximum call stack size exceeded')],
  ['an error of ours', new TypeError('x is not a function')],
])('lets no recorder decide about an answer: %s', async (_what, trouble) => {
  const fail = (): never => {
    throw trouble;
  };
  const told: unknown[] = [];
  const client = createHttpClient({
    fetch: answering('{"task_id":"t1","status":"pending"}'),
    clock: createFakeClock(),
    recordExchange: fail,
    readFile: fail,
    onRecordFailure(error) {
      told.push(error);
      // not even whoever is told of it
      fail();
    },
  });
  const call = {
    endpoint: generate,
    request: buildRequest(generate, { source_context: 'A', caption: 'B' }, 'https://x.example'),
    secret: 'key',
    jobId: 'j1',
  };
  const accepted = client.submit(call, { keep: fail, understand: ({ text }) => text });
  expect(await accepted).toBe('{"task_id":"t1","status":"pending"}');
  expect(told).toEqual([trouble, trouble]);
  expect(await client.call({ ...call, endpoint: health })).toMatchObject({ exchangeId: -1 });
});
