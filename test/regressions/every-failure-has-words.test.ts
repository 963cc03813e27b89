import { join } from 'node:path';
import { expect, it } from 'vitest';
import { operations, type OperationName } from '../../src/shared/contract';
import { emptyFigure } from '../../src/shared/figure';
import { JOURNAL_DEFAULTS, planJournal } from '../../src/shared/journal-layout';
import { ENDPOINTS } from '../../src/shared/endpoints/index';
import { awkwardPaths, openIpc } from '../support/ipc-world';
import { createOddValues } from '../support/odd-values';
import { createSeededRandom } from '../support/seeded-random';
import { PNG } from '../e2e/png';

const ROUNDS = Number(process.env['PLANTAIN_FUZZ_ROUNDS'] ?? 100);
const SEED = Number(process.env['PLANTAIN_FUZZ_SEED'] ?? 4711);

/** What a reply holds of failures, also those of a batch's single items. */
const isUnexplained = (reply: unknown): boolean => JSON.stringify(reply).includes('"code":"internal"');

it(`answers odd values of every operation with words, ${ROUNDS} each`, { timeout: 600_000 }, async () => {
  const random = createSeededRandom(SEED);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let paths: readonly string[] = [];
  const world = await openIpc({
    desktop: {
      chooseFiles: async () => [pick(paths)],
      chooseSaveTarget: async () => pick(paths),
      chooseFolder: async () => pick(paths),
      copyPicture: async () => random() < 0.5,
    },
  });
  paths = [...Object.values(awkwardPaths(world.folder)), join(world.folder, 'sound.png')];
  const { dispatch, services, problems } = world;

  const files = services.files;
  const png = await files.importBytes(PNG, { name: 'a.png', maxBytes: 1e6, accept: 'image' });
  const table = await files.importBytes(Buffer.from('a,b\n1,2'), { name: 'a.csv', maxBytes: 1e6, accept: 'any' });
  const saved = await world.profiles.save({
    ...{ provider: 'paperbanana', name: 'Lab', baseUrl: 'https://a.example', role: 'user' },
    key: { secret: 'pb_canary0123456789', keep: 'keychain' },
  });
  const job = services.jobs.adopt('paperbanana.generate', 'a1b2c3', saved);
  const known = {
    ...{ sha256: [png.$file, table.$file, 'f'.repeat(64)], jobId: [job.jobId], id: [job.jobId, saved.id, 'figure', 1] },
    ...{
      endpoint: ENDPOINTS.map(({ id }) => id),
      profileId: [saved.id],
      panels: [[png.$file], [png.$file, png.$file]],
    },
    ...{ journal: ['nature', 'ieee', null], url: ['http://127.0.0.1:9/hook'], layout: ['auto', '1x2', '2x1'] },
  };
  const odd = [0, 0.02, 0.1].map((junk) => createOddValues({ random, known, junk }));

  const unexplained: string[] = [];
  let accepted = 0;
  for (const name of Object.keys(operations) as OperationName[]) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const input = pick(odd)(operations[name].input);
      const file = name === 'file.import' && random() < 0.7 ? pick([...paths, '', 7, 'relative']) : undefined;
      problems.length = 0;
      const reply = await dispatch(name, input, file);
      if (reply.ok) accepted += 1;
      if (isUnexplained(reply)) unexplained.push(`${name} ${problems.join().slice(0, 700)}`);
    }
  }
  expect(unexplained).toEqual([]);
  expect(accepted).toBeGreaterThan(ROUNDS);
});

it('says which field of a figure is wrong where a moment is no whole number', async () => {
  const { dispatch } = await openIpc();
  const figure = { ...emptyFigure('f1', 1764556623456), updatedAt: 1764556623456.5 };
  expect(await dispatch('figure.save', { figure }, undefined)).toMatchObject({
    error: { code: 'invalid_input', issues: [{ field: 'figure.updatedAt', code: 'bad_value' }] },
  });
});

it('finds nothing, and says so, where the search holds a NUL', async () => {
  const { dispatch } = await openIpc();
  for (const text of ['\0', 'abc\0def', '"\0"'])
    expect(await dispatch('job.list', { scope: 'all', limit: 5, text }, undefined)).toMatchObject({ ok: true });
});

it.each([
  ['a big integer', { a: 1n }],
  ['a date', { a: new Date(0) }],
  ['a map', { a: [new Map()] }],
  ['bytes', { a: { b: new Uint8Array(3) } }],
  ['no number', { a: NaN }],
  ['a value 10,000 deep', { a: Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], 1) }],
])('takes %s into no draft, no request and no history', async (_what, values) => {
  const { dispatch } = await openIpc();
  const endpoint = 'paperbanana.generate';
  for (const [name, input] of [
    ['draft.set', { endpoint, values }],
    ['job.submit', { endpoint, input: values }],
    ['call.run', { endpoint, input: values }],
    ['job.adopt', { endpoint, remoteId: 'a1', input: values }],
  ] as const)
    expect(await dispatch(name, input, undefined)).toMatchObject({ error: { code: 'invalid_input' } });
});

it('places a single panel in a grid with room for more', () => {
  const settings = { ...JOURNAL_DEFAULTS, layout: '1x3' };
  const { heightMm, cells } = planJournal([{ width: 400, height: 200 }], settings);
  const column = (settings.widthMm - 2 * settings.gapMm) / 3;
  expect(cells[0]?.panel).toMatchObject({
    w: expect.closeTo(column, 6) as unknown,
    h: expect.closeTo(column / 2, 6) as unknown,
  });
  expect(heightMm).toBeCloseTo(column / 2, 6);
});
