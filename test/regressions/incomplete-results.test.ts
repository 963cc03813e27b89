import { createServer } from 'node:http';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import { createFileStore, type FileStore, type TryDecoding } from '../../src/main/assets/store';
import { decode } from '../../src/main/figures/rasterize';
import { compactJson } from '../../src/main/providers/compact-json';
import { AppError } from '../../src/shared/app-error';
import type { ArtifactSource, JobArtifact } from '../../src/shared/endpoints/endpoint';
import { diagram } from '../support/example-job';
import { createJobWorld } from '../support/job-world';
import { makePdf } from '../support/make-pdf';
import { createSeededRandom } from '../support/seeded-random';
import { pdfBytes, pngBytes, sha256 } from '../support/pictures';
import { openServices } from '../support/services-world';
import { temporaryFolder } from '../support/temporary-folder';

// pictures that were cut short counted as done: 14 bytes of PNG, 16 of PDF, no pixels, less than the length that was told

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const store = (tryDecoding?: TryDecoding): FileStore =>
  createFileStore(join(temporaryFolder(), 'files'), undefined, tryDecoding);

const take = async (bytes: Uint8Array, into = store()): Promise<string> =>
  into.write(once(bytes), { maxBytes: 10_000_000 }).then(
    ({ kind }) => kind.format,
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

const noise = sharp({
  create: { width: 90, height: 70, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 120, sigma: 40 } },
});
const svg = `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">
<!-- </svg> --><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>a > b {}</style>
<g><text x="1" data-a="</svg>">a &lt; b</text><![CDATA[</svg>]]><path d="M0 0L9 9"/></g></svg>`;

const files: Record<string, () => Promise<Uint8Array>> = {
  png: () => noise.clone().png().toBuffer(),
  jpeg: () => noise.clone().jpeg().toBuffer(),
  'progressive jpeg': () =>
    noise
      .clone()
      .jpeg({ progressive: true })
      .withExif({ IFD0: { Copyright: 'x' } })
      .toBuffer(),
  webp: () => noise.clone().webp().toBuffer(),
  'lossless webp': () => noise.clone().webp({ lossless: true }).toBuffer(),
  gif: () => noise.clone().gif().toBuffer(),
  svg: async () => Buffer.from(svg),
  pdf: async () => Buffer.from(await makePdf([{ text: 'one' }, { text: 'two' }])),
};

it.each(Object.keys(files))(
  'takes a whole %s, also with something behind it, and nothing that is cut',
  async (name) => {
    const bytes = Buffer.from((await files[name]?.()) ?? []);
    const format = name.split(' ').at(-1);
    expect(await take(bytes)).toBe(format);
    expect(await take(Buffer.concat([bytes, Buffer.from('\n<!-- served by cache 7 -->\n')]))).toBe(format);
    const random = createSeededRandom(bytes.length);
    const end = name === 'pdf' ? bytes.lastIndexOf('%%EOF') + 5 : bytes.length;
    const cuts = Array.from({ length: 40 }, () => Math.floor(random() * end)).concat(1, 2, 14, 16, end - 1, end - 4);
    for (const cut of cuts) {
      const verdict = await take(bytes.subarray(0, cut));
      // too little to tell what it is, or known to end early
      expect({ cut, ok: ['incomplete', 'bad_answer', 'file_empty'].includes(verdict) }).toEqual({ cut, ok: true });
    }
  },
);

it('takes no picture without pixels', async () => {
  for (const [width, height] of [
    [0, 0],
    [0, 10],
    [10, 0],
  ] as const)
    expect(await take(pngBytes(width, height))).toBe('incomplete');
});

it('takes no picture that can’t be painted, where something can paint', async () => {
  const sound = await noise.clone().png().toBuffer();
  const broken = Buffer.from(sound);
  broken.fill(0x55, 100, 400);
  const tryDecoding: TryDecoding = async (path) =>
    decode(path).then(
      () => true,
      () => false,
    );
  expect(await take(sound, store(tryDecoding))).toBe('png');
  expect(await take(broken)).toBe('png');
  expect(await take(broken, store(tryDecoding))).toBe('incomplete');
});

const whole = pngBytes(10, 10);
const cut = whole.subarray(0, whole.length - 6);
const source: ArtifactSource = {
  ...{ kind: 'endpoint', format: 'png', endpoint: 'paperbanana.taskImage', input: { task_id: 'task-1' } },
};
const inline = (bytes: Buffer): ArtifactSource => ({ kind: 'inline', format: 'png', base64: bytes.toString('base64') });

async function jobWith(...artifacts: JobArtifact[]) {
  const world = createJobWorld();
  world.provider.onPoll = async () => ({ state: 'completed', description: null, artifacts });
  const { jobId } = await world.jobs.submit(diagram);
  return { ...world, jobId };
}

it('asks again for a picture that came cut, and is done with the whole one', async () => {
  const { clock, provider, until, jobId } = await jobWith({ source });
  provider.onArtifact = async () => (provider.fetched.length < 3 ? cut : whole);
  for (const failures of [1, 2]) {
    await clock.advance(60_000);
    await until(jobId, (job) => job.failures === failures && job.error?.code === 'incomplete');
  }
  await clock.advance(60_000);
  const job = await until(jobId, ({ state }) => state === 'done');
  expect(job).toMatchObject({ error: null, assets: [{ sha256: sha256(whole) }] });
});

it('prefers the whole one among picture and base64, whichever it is', async () => {
  const first = await jobWith({ source, fallback: inline(whole) });
  first.provider.onArtifact = async () => cut;
  await first.clock.advance(4000);
  expect(await first.until(first.jobId, ({ state }) => state === 'done')).toMatchObject({
    assets: [{ sha256: sha256(whole) }],
  });
  const second = await jobWith({ source, fallback: inline(cut) });
  second.provider.onArtifact = async () => whole;
  await second.clock.advance(4000);
  expect(await second.until(second.jobId, ({ state }) => state === 'done')).toMatchObject({
    assets: [{ sha256: sha256(whole) }],
  });
});

it('keeps what came where it never comes whole, says so, and takes the whole one later', async () => {
  const {
    clock,
    provider,
    until,
    jobId,
    files: kept,
    jobs,
  } = await jobWith({ source, fallback: inline(cut.subarray(0, 50)) });
  provider.onArtifact = async () => cut;
  for (const failures of [1, 2, 3]) {
    await clock.advance(300_000);
    await until(jobId, (job) => job.failures === failures);
  }
  await clock.advance(300_000);
  const job = await until(jobId, ({ state }) => state === 'failed');
  expect(job).toMatchObject({
    error: { code: 'incomplete', spent: 'yes' },
    assets: [{ sha256: sha256(cut), incomplete: true }],
  });
  expect(await kept.read(sha256(cut))).toEqual(cut);
  await expect(jobs.fetchAgain(jobId)).rejects.toMatchObject({ code: 'incomplete' });
  expect(jobs.get(jobId)).toMatchObject({ state: 'failed', assets: [{ sha256: sha256(cut), incomplete: true }] });
  provider.onArtifact = async () => whole;
  await jobs.fetchAgain(jobId);
  const mended = jobs.get(jobId);
  expect(mended).toMatchObject({ state: 'done', error: null, assets: [{ sha256: sha256(whole) }] });
  expect(mended.assets[0]).not.toHaveProperty('incomplete');
});

it('keeps what came where the connection breaks at the same place each time', async () => {
  const { clock, provider, until, jobId } = await jobWith({ source });
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield cut;
    throw new AppError('connection_lost');
  }
  provider.fetchArtifact = async () => ({ contentType: 'image/png', body: broken() });
  for (let failures = 1; failures < 10; failures += 1) {
    await clock.advance(300_000);
    await until(jobId, (job) => job.failures === failures && job.error?.code === 'connection_lost');
  }
  await clock.advance(300_000);
  const job = await until(jobId, ({ state }) => state === 'failed');
  expect(job).toMatchObject({ error: { code: 'incomplete' }, assets: [{ sha256: sha256(cut), incomplete: true }] });
});

it('is done, and says what is incomplete, where another file came whole', async () => {
  const { clock, provider, until, jobId } = await jobWith({ source }, { source: { ...source, format: 'pdf' } });
  provider.onArtifact = async ({ format }) => (format === 'png' ? whole : pdfBytes('text').subarray(0, 12));
  for (const failures of [1, 2, 3]) {
    await clock.advance(300_000);
    await until(jobId, (job) => job.failures === failures);
  }
  await clock.advance(300_000);
  const job = await until(jobId, ({ state }) => state === 'done');
  expect(job).toMatchObject({
    error: { code: 'incomplete' },
    assets: [{ format: 'png' }, { format: 'pdf', incomplete: true }],
  });
});

it('keeps a picture whose pixels are beyond what is ever unpacked: it was paid for', async () => {
  const { clock, provider, until, jobId } = await jobWith({ source });
  provider.onArtifact = async () => pngBytes(60_000, 60_000);
  await clock.advance(4000);
  expect(await until(jobId, ({ state }) => state === 'done')).toMatchObject({ assets: [{ width: 60_000 }] });
});

it('takes a body shorter than its length for a broken one', async () => {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': whole.length + 10 });
    response.write(whole);
    response.end();
    request.socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const { services } = openServices(temporaryFolder());
  const profile = { id: 'p', name: 'Lab', baseUrl: `http://127.0.0.1:${port}` };
  const call = services.call({ endpoint: 'paperbanana.taskImage', input: { task_id: 'x' }, profile });
  await expect(call).rejects.toMatchObject({ code: 'connection_lost' });
});

async function text(value: unknown): Promise<{ text: string; pieces: number }> {
  const parts: Uint8Array[] = [];
  for await (const piece of compactJson(value)) parts.push(piece);
  return { text: Buffer.concat(parts).toString('utf8'), pieces: parts.length };
}

it('keeps outputs as they travel: never larger, whatever they hold', async () => {
  const values: unknown[] = [null, 0, -1.5, 1e20, 1e300, 'a"\u2028é', [], {}, [[], {}], { a: { b: [1, { c: null }] } }];
  for (const value of values) {
    const kept = (await text(value)).text;
    expect(JSON.parse(kept)).toEqual(value);
    expect(kept.length).toBeLessThanOrEqual(JSON.stringify(value).length);
  }
  const numbers = Array.from({ length: 300_000 }, (_, index) => index / 7);
  const { text: kept, pieces } = await text([{ numbers }]);
  expect(kept).toBe(JSON.stringify([{ numbers }]));
  expect(pieces).toBeGreaterThan(20);
});

it('lets other work in while it writes large outputs, and writes what is nested without end', async () => {
  let turns = 0;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await text(Array.from({ length: 200_000 }, (_, index) => ({ index })));
  clearImmediate(next);
  expect(turns).toBeGreaterThan(10);
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect((await text(deep)).text).toHaveLength(200_001);
});

it('puts no limit of its own on outputs and bytes that it holds already', async () => {
  const files = store();
  const limits: number[] = [];
  const world = createJobWorld({
    files: {
      ...files,
      write(content, options) {
        limits.push(options.maxBytes);
        return files.write(content, options);
      },
    },
  });
  const artifacts = [{ source: { kind: 'json', format: 'json', value: [1] } as const }, { source: inline(whole) }];
  world.provider.onPoll = async () => ({ state: 'completed', description: null, artifacts });
  world.provider.onArtifact = async () => Buffer.from('[1]');
  const { jobId } = await world.jobs.submit(diagram);
  await world.clock.advance(4000);
  await world.until(jobId, ({ state }) => state === 'done');
  expect(limits).toEqual([Infinity, Infinity]);
});
