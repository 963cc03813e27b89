import { appendFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { answerAsset, pictureProblem } from '../../src/main/assets/asset-answer';
import { createFileCheck } from '../../src/main/assets/file-check';
import { createFileStore } from '../../src/main/assets/store';
import { sumOf } from '../../src/main/assets/sum-of';
import { journalFigureOf, serverFigureOf } from '../../src/main/figures/figure-paths';
import { assetUrl, thumbUrl } from '../../src/shared/contract';
import { emptyFigure } from '../../src/shared/figure';
import { diagram } from '../support/example-job';
import { createJobWorld } from '../support/job-world';
import { pngBytes, sha256 } from '../support/pictures';
import { temporaryFolder } from '../support/temporary-folder';

// stored files were read as they lay there: one that the disk had changed was shown, sent, saved and never mended

const picture = pngBytes(640, 400, 'a picture');

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function stored() {
  const folder = temporaryFolder();
  const store = createFileStore(join(folder, 'files'));
  await store.write(once(picture), { maxBytes: 1000 });
  const sum = sha256(picture);
  return { folder, store, sum, path: store.path(sum) };
}

const DAMAGES: Record<string, { code: string; damage: (path: string) => void }> = {
  'cut short': {
    code: 'file_damaged',
    damage: (path) => {
      truncateSync(path, 20);
    },
  },
  emptied: {
    code: 'file_damaged',
    damage: (path) => {
      truncateSync(path, 0);
    },
  },
  'one bit turned': {
    code: 'file_damaged',
    damage: (path) => {
      const bytes = readFileSync(path);
      bytes[45] = (bytes[45] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
  },
  'zeros of the same length': {
    code: 'file_damaged',
    damage: (path) => {
      writeFileSync(path, Buffer.alloc(picture.length));
    },
  },
  'another picture': {
    code: 'file_damaged',
    damage: (path) => {
      writeFileSync(path, pngBytes(1, 1));
    },
  },
  'longer than it was': {
    code: 'file_damaged',
    damage: (path) => {
      appendFileSync(path, 'x');
    },
  },
  'a folder': {
    code: 'file_damaged',
    damage: (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  },
  deleted: {
    code: 'file_missing',
    damage: (path) => {
      rmSync(path);
    },
  },
};
const kinds = Object.keys(DAMAGES);

it.each(kinds)('says that a file is damaged or gone wherever it is read: %s', async (kind) => {
  const { store, sum, path, folder } = await stored();
  const { code, damage } = DAMAGES[kind] ?? { code: '', damage: () => undefined };
  // known to be sound before, as in a library that was looked at
  expect(await store.has(sum)).toBe(true);
  expect(await store.read(sum)).toEqual(picture);
  damage(path);
  expect(await store.has(sum)).toBe(false);
  await expect(store.read(sum)).rejects.toMatchObject({ code });
  await expect(store.open(sum)).rejects.toMatchObject({ code });
  const source = {
    ...{ state: store.state, pathOf: store.path, thumbsFolder: join(folder, 'thumbs') },
    page: () => Promise.reject(new Error('not asked')),
    thumbnail: () => Promise.reject(new Error('not asked')),
  };
  for (const address of [assetUrl(sum), thumbUrl(sum, 96)])
    expect((await answerAsset(address, source)).status).toBe(404);
  expect((await pictureProblem(sum, source))?.code).toBe(code);
  const panel = { id: 'p', name: 'mine.png', source: { kind: 'file', sha256: sum } };
  const figure = { ...emptyFigure('f', 0), panels: [panel] } as unknown as Parameters<typeof serverFigureOf>[0];
  const told = { code, data: { params: { file: 'mine.png', panel: 1 } } };
  await expect(serverFigureOf(figure, store)).rejects.toMatchObject(told);
  await expect(journalFigureOf(figure, store)).rejects.toMatchObject(told);
});

it.each(kinds.filter((kind) => kind !== 'a folder'))(
  'writes a new result of the same content over it: %s',
  async (kind) => {
    const { store, sum, path } = await stored();
    DAMAGES[kind]?.damage(path);
    expect(await store.has(sum)).toBe(false);
    await store.write(once(picture), { maxBytes: 1000 });
    expect(await store.read(sum)).toEqual(picture);
  },
);

it.each(kinds.filter((kind) => kind !== 'a folder'))(
  'fetches it again where the server still has it: %s',
  async (kind) => {
    const { clock, provider, until, jobs, files } = createJobWorld();
    const source = {
      kind: 'endpoint',
      format: 'png',
      endpoint: 'paperbanana.taskImage',
      input: { task_id: 'task-1' },
    } as const;
    provider.onPoll = async () => ({ state: 'completed', description: 'Words.', artifacts: [{ source }] });
    provider.onArtifact = async () => picture;
    const { jobId } = await jobs.submit(diagram);
    await clock.advance(4000);
    await until(jobId, ({ state }) => state === 'done');
    DAMAGES[kind]?.damage(files.path(sha256(picture)));
    provider.onArtifact = async () => {
      throw new Error('away');
    };
    await expect(jobs.fetchAgain(jobId)).rejects.toThrow();
    expect(jobs.get(jobId)).toMatchObject({ state: 'done', assets: [{ sha256: sha256(picture) }] });
    provider.onArtifact = async () => picture;
    await jobs.fetchAgain(jobId);
    expect(await files.read(sha256(picture))).toEqual(picture);
    expect(jobs.get(jobId)).toMatchObject({ state: 'done', error: null, description: 'Words.' });
    expect(provider.submissions).toHaveLength(1);
  },
);

it('reads a file once, however often it is looked at, until it changes', async () => {
  const { sum, path } = await stored();
  const read = vi.fn(sumOf);
  const check = createFileCheck(read);
  const states = await Promise.all(Array.from({ length: 100 }, () => check.state(path, sum)));
  expect(new Set([...states, await check.state(path, sum)])).toEqual(new Set(['sound']));
  expect(read).toHaveBeenCalledTimes(1);
  truncateSync(path, 20);
  expect([await check.state(path, sum), await check.state(path, sum)]).toEqual(['damaged', 'damaged']);
  expect(read).toHaveBeenCalledTimes(2);
});
