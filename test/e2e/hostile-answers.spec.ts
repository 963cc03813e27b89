import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '../../src/shared/job';
import type { Hostile, HostileCase } from '../support/hostile-case';
import { HOSTILE_PICTURES } from '../support/hostile-pictures';
import { HOSTILE_POLLS } from '../support/hostile-polls';
import { startHostileServer, type HostileServer } from '../support/hostile-server';
import { HOSTILE_SUBMISSIONS } from '../support/hostile-submissions';
import { bytes, jsonAnswer } from '../support/raw-server';
import { startSocksProxy } from '../support/socks-proxy';
import { expect, test, type App } from './app';
import { liveSettings, setKey } from './live';

/**
 * Answers that no server should give, to a submission, to a question about a job and to a download, through the real
 * program and Electron's own network; all at once, in one window. Whatever comes: one POST a job, nothing lost that was
 * or may have been accepted, no box, a window that answers, and the key nowhere.
 */
const KEY = 'pb_5ec7e75ec7e75ec7e75ec7e75ec7e75e';
/** Submissions that are under way at the same time. */
const AT_ONCE = 25;

const pick = (reply: unknown): Job[] => (reply as { value: { jobs: Job[] } }).value.jobs;

/** Submits every caption through the window's own door, and waits until each is answered in one way or another. */
async function submitAll(app: App, captions: readonly string[]): Promise<void> {
  await app.page.evaluate(
    async ([all, atOnce]) => {
      const left = [...all];
      const work = async (): Promise<void> => {
        for (let caption = left.shift(); caption !== undefined; caption = left.shift())
          await window.plantain.call('job.submit', {
            endpoint: 'paperbanana.generate',
            input: { source_context: 'A method.', caption },
          });
      };
      await Promise.all(Array.from({ length: atOnce }, work));
    },
    [captions, AT_ONCE] as const,
  );
}

async function jobsByTitle(app: App): Promise<Map<string, Job>> {
  const reply = await app.page.evaluate(() => window.plantain.call('job.list', { scope: 'all', limit: 500 }));
  return new Map(pick(reply).map((job) => [job.title, job]));
}

async function lookAtAll(app: App, jobs: Iterable<Job>): Promise<void> {
  const ids = [...jobs].filter(({ state, error }) => state === 'queued' && error === null).map(({ id }) => id);
  await app.page.evaluate(async (all) => {
    for (const id of all) await window.plantain.call('job.lookNow', { id });
  }, ids);
}

/** What is wrong with the end of a job; undefined where it is as it must be. */
function wrongWith(job: Job | undefined, { expected, remoteId }: Hostile, facts: HostileCase): string | undefined {
  if (!job) return 'there is no job';
  const { states, codes, spent, units, pictures = 0 } = expected;
  const id = expected.remoteId === null ? null : (remoteId?.(facts) ?? facts.task);
  const told = `${job.state}, ${job.error?.code ?? 'no error'}, spent ${job.error?.spent ?? '-'}, ${String(job.units)} units, id ${String(job.remoteId)}, ${job.assets.length} files`;
  const right =
    states.includes(job.state) &&
    (!codes || (job.error !== null && codes.includes(job.error.code))) &&
    (!spent || job.error?.spent === spent) &&
    (units === undefined || job.units === units) &&
    job.remoteId === id &&
    (pictures === 'any' || job.assets.length === pictures);
  return right ? undefined : told;
}

async function faults(app: App, server: HostileServer): Promise<string[]> {
  const jobs = await jobsByTitle(app);
  return server.cases.flatMap(({ hostile, facts }, index) => {
    const caption = server.captions[index]!;
    const wrong = wrongWith(jobs.get(caption), hostile, facts);
    return wrong === undefined ? [] : [`${caption}: ${wrong}`];
  });
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

async function expectKeyNowhere(app: App): Promise<void> {
  const spellings = [Buffer.from(KEY), Buffer.from(KEY, 'utf16le')];
  for await (const path of filesIn(app.userData)) {
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    for (const spelling of spellings) expect(content.includes(spelling), path).toBe(false);
  }
}

async function expectWell(app: App): Promise<void> {
  expect(await app.page.evaluate(() => window.plantain.call('app.info', undefined))).toMatchObject({ ok: true });
  const log = await readFile(join(app.userData, 'logs/main.log'), 'utf8').catch(() => '');
  expect(log).not.toMatch(/uncaughtException|unhandledRejection/);
  await expect(app.page.getByText('Something in Plantain broke')).toHaveCount(0);
}

async function play(app: App, server: HostileServer): Promise<void> {
  await setKey(app, KEY);
  await submitAll(app, server.captions);
  await lookAtAll(app, (await jobsByTitle(app)).values());
  await expect.poll(() => faults(app, server), { timeout: 60_000, intervals: [500] }).toEqual([]);
  expect(server.captions.filter((caption) => server.posts(caption) !== 1)).toEqual([]);
  await expectWell(app);
  await expectKeyNowhere(app);
}

const withServer = async (rows: readonly Hostile[], use: (server: HostileServer) => Promise<void>): Promise<void> => {
  const server = await startHostileServer(rows, KEY);
  try {
    await use(server);
  } finally {
    await server.close();
  }
};

const LIST = [...HOSTILE_SUBMISSIONS, ...HOSTILE_POLLS, ...HOSTILE_PICTURES];

test(`${LIST.length} hostile answers end as they must, each after one POST`, async ({ launch }) => {
  test.setTimeout(180_000);
  await withServer(LIST, async (server) => {
    const app = await launch({ demo: false, settings: liveSettings(server.url) });
    await play(app, server);
  });
});

test('the same answers to submissions by way of an HTTP proxy', async ({ launch }) => {
  test.setTimeout(180_000);
  await withServer(HOSTILE_SUBMISSIONS, async (server) => {
    const args = [`--proxy-server=${server.url}`, '--proxy-bypass-list=<-loopback>'];
    const app = await launch({ demo: false, settings: liveSettings(server.url), args });
    await play(app, server);
  });
});

/**
 * Only Chromium speaks to such a proxy, and it is Chromium that repeats what is answered with 421. It also drops what
 * comes together with the break of a connection, so an id in there is not to be had.
 */
const NOT_BY_CHROMIUM = /421|a chunk cut behind the id/;

test('the same answers to submissions by way of Chromium', async ({ launch }) => {
  test.setTimeout(180_000);
  const rows = HOSTILE_SUBMISSIONS.filter(({ name }) => !NOT_BY_CHROMIUM.test(name));
  await withServer(rows, async (server) => {
    const proxy = await startSocksProxy();
    const args = [`--proxy-server=${proxy.url}`, '--proxy-bypass-list=<-loopback>'];
    try {
      const app = await launch({ demo: false, settings: liveSettings(server.url), args });
      await play(app, server);
      expect(proxy.connections()).toBeGreaterThan(rows.length);
    } finally {
      await proxy.close();
    }
  });
});

/** Every number there is, and a body that says neither yes nor no. */
const STATUSES: Hostile[] = Array.from({ length: 500 }, (_, index) => 100 + index).map((status) => ({
  name: `status ${status}`,
  submit: () =>
    status < 200 ? bytes(`HTTP/1.1 ${status} W\r\n\r\n`) : jsonAnswer(`${status} W`, { detail: 'a word' }),
  expected: { states: ['failed', 'uncertain'], remoteId: null },
}));

test('every status from 100 to 599 leaves one POST', async ({ launch }) => {
  test.setTimeout(180_000);
  await withServer(STATUSES, async (server) => {
    const app = await launch({ demo: false, settings: liveSettings(server.url) });
    await play(app, server);
  });
});
