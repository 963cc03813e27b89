import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFileStore } from '../../../../src/main/assets/store';
import { AppError } from '../../../../src/shared/app-error';
import type { ArtifactSource, JobReading } from '../../../../src/shared/endpoints/endpoint';
import { createFakeProvider, refuse } from '../../../support/fake-provider';
import { diagram } from '../../../support/example-job';
import { createJobWorld, type JobWorldOptions } from '../../../support/job-world';
import { pdfBytes, pngBytes, sha256 } from '../../../support/pictures';
import { temporaryFolder } from '../../../support/temporary-folder';

const png = pngBytes();
const inline: ArtifactSource = { kind: 'inline', format: 'png', base64: pngBytes(8, 8).toString('base64') };
const source = (format: string): ArtifactSource => ({
  ...{ kind: 'endpoint', format, endpoint: 'paperbanana.taskImage', input: { task_id: 'task-1', format } },
});

function reading(...artifacts: { source: ArtifactSource; fallback?: ArtifactSource }[]): () => Promise<JobReading> {
  return async () => ({ state: 'completed', description: 'Words.', artifacts });
}

/** A job that the server says is done. `world.clock.advance(4000)` asks. */
async function completedJob(poll: () => Promise<JobReading>, options: JobWorldOptions = {}) {
  const world = createJobWorld(options);
  world.provider.onPoll = poll;
  const { jobId } = await world.jobs.submit(diagram);
  return { ...world, jobId, job: () => world.jobs.get(jobId) };
}

it('stores every artifact in the order of the reading', async () => {
  const files = [pngBytes(1, 1), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), pdfBytes()];
  const artifacts = ['png', 'svg', 'pdf'].map((format) => ({ source: source(format) }));
  const { clock, provider, until, jobId } = await completedJob(reading(...artifacts));
  provider.onArtifact = async () => files[provider.fetched.length - 1] ?? Buffer.alloc(0);
  await clock.advance(4000);
  const { assets } = await until(jobId, ({ state }) => state === 'done');
  expect(assets.map(({ format }) => format)).toEqual(['png', 'svg', 'pdf']);
});

it('takes the bytes at hand where the download fails, whatever the failure', async () => {
  const { clock, provider, until, jobId } = await completedJob(reading({ source: source('png'), fallback: inline }));
  provider.onArtifact = refuse('unreachable');
  await clock.advance(4000);
  const { assets, error } = await until(jobId, ({ state }) => state === 'done');
  expect(assets).toMatchObject([{ width: 8, height: 8 }]);
  expect(error).toBeNull();
});

it('takes another address only where the first is gone for good', async () => {
  const fallback: ArtifactSource = { kind: 'url', format: 'png', url: 'https://cdn.example/1.png' };
  const { clock, provider, until, jobId } = await completedJob(reading({ source: source('png'), fallback }));
  provider.onArtifact = async (wanted) => {
    if (wanted.kind === 'url') return png;
    throw new AppError(provider.fetched.length === 1 ? 'timeout' : 'not_found');
  };
  await clock.advance(4000);
  await until(jobId, ({ error }) => error?.code === 'timeout');
  await clock.advance(8000);
  await until(jobId, ({ state }) => state === 'done');
  expect(provider.fetched.map(({ kind }) => kind)).toEqual(['endpoint', 'endpoint', 'url']);
});

it('asks for an image that is not there yet a few times before it gives up', async () => {
  const { clock, provider, until, jobId, job } = await completedJob(reading({ source: source('png') }));
  provider.onArtifact = refuse('not_found');
  for (const times of [1, 2]) {
    await clock.advance(4000);
    await until(jobId, ({ missing }) => missing === times);
    expect(job()).toMatchObject({ state: 'collecting', error: { code: 'not_found', spent: 'yes' } });
  }
  await clock.advance(4000);
  await until(jobId, ({ state }) => state === 'failed');
  expect(job()).toMatchObject({ error: { code: 'not_found', spent: 'yes' }, description: 'Words.' });
});

it('keeps what came where another file is gone', async () => {
  const two = reading({ source: source('png') }, { source: source('svg') });
  const { clock, provider, until, jobId } = await completedJob(two);
  provider.onArtifact = async (wanted) => {
    if (wanted.format === 'png') return png;
    throw new AppError('not_found');
  };
  for (const times of [1, 2]) {
    await clock.advance(4000);
    await until(jobId, ({ missing }) => missing === times);
  }
  await clock.advance(4000);
  const { assets, error } = await until(jobId, ({ state }) => state === 'done');
  expect(assets.map(({ format }) => format)).toEqual(['png']);
  expect(error).toMatchObject({ code: 'not_found', spent: 'yes' });
  expect(provider.fetched.filter(({ format }) => format === 'png')).toHaveLength(1);
});

it('keeps what came where the server then forgets the job', async () => {
  const two = reading({ source: source('png') }, { source: source('svg') });
  const { clock, provider, until, jobId } = await completedJob(two);
  provider.onArtifact = async (wanted) => {
    if (wanted.format === 'png') return png;
    throw new AppError('timeout');
  };
  await clock.advance(4000);
  await until(jobId, ({ error }) => error?.code === 'timeout');
  provider.onPoll = refuse('forgotten');
  await clock.advance(20_000);
  const job = await until(jobId, ({ state }) => state === 'done');
  expect(job).toMatchObject({ assets: [{ sha256: sha256(png) }], error: { code: 'forgotten' } });
});

it('is blocked where the picture is refused, and collects it later', async () => {
  const { clock, provider, until, jobId } = await completedJob(reading({ source: source('png') }));
  provider.onArtifact = refuse('quota_exhausted');
  await clock.advance(4000);
  await until(jobId, ({ state }) => state === 'blocked');
  provider.onArtifact = async () => png;
  await clock.advance(300_000);
  const job = await until(jobId, ({ state }) => state === 'done');
  expect(job.assets).toHaveLength(1);
});

it('keeps no web page as a picture', async () => {
  const { clock, provider, until, jobId, folder } = await completedJob(reading({ source: source('png') }));
  provider.onArtifact = async () => Buffer.from('<!doctype html><title>Sign in</title>');
  await clock.advance(4000);
  await until(jobId, ({ error }) => error?.code === 'bad_answer');
  expect(readdirSync(join(folder, 'files'))).toEqual([]);
});

it('keeps a picture that would not fit into memory: it was paid for, and whoever shows it has limits of its own', async () => {
  const { clock, provider, until, jobId } = await completedJob(reading({ source: source('png') }));
  provider.onArtifact = async () => pngBytes(60_000, 60_000);
  await clock.advance(4000);
  const { assets } = await until(jobId, ({ state }) => state === 'done');
  expect(assets).toMatchObject([{ width: 60_000, height: 60_000 }]);
});

it('waits with its result where the disk is full, and stores it when there is room', async () => {
  let full = true;
  const folder = temporaryFolder();
  const files = createFileStore(join(folder, 'files'), async (file, chunk) => {
    if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    await file.writeFile(chunk);
  });
  const both = reading({ source: source('png'), fallback: inline });
  const { clock, provider, until, jobId } = await completedJob(both, { folder, files });
  provider.onArtifact = async () => png;
  await clock.advance(4000);
  const waiting = await until(jobId, ({ error }) => error?.code === 'disk_full');
  expect(waiting).toMatchObject({ state: 'collecting', description: 'Words.', nextPollAt: clock.now() + 8000 });
  expect(readdirSync(join(folder, 'files'))).toEqual([]);
  full = false;
  await clock.advance(8000);
  const job = await until(jobId, ({ state }) => state === 'done');
  expect(job).toMatchObject({ assets: [{ sha256: sha256(png) }], error: null });
});

it('repeats the collecting that a crash has cut off', async () => {
  const provider = createFakeProvider();
  const { clock, until, jobId, restart } = await completedJob(reading({ source: source('png') }), { provider });
  provider.onArtifact = () => new Promise(() => undefined);
  await clock.advance(4000);
  await until(jobId, ({ state }) => state === 'collecting');
  provider.onArtifact = async () => png;
  const next = restart('crash');
  await clock.advance(0);
  const job = await next.until(jobId, ({ state }) => state === 'done');
  expect(job).toMatchObject({ assets: [{ sha256: sha256(png) }], description: 'Words.' });
  expect(next.finished).toHaveLength(1);
  expect(provider.submissions).toHaveLength(1);
});
