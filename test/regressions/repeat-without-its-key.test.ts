import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createServices, type Services } from '../../src/main/services';
import type { Job } from '../../src/shared/job';
import { createFakeClock, type FakeClock, settle } from '../support/fake-clock';
import { createFakeLog } from '../support/fake-log';
import { cut, json, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { temporaryFolder } from '../support/temporary-folder';
import { onTestFinished } from 'vitest';

const POST = 'POST /text-generations';
const INPUT = { prompt: 'a red panda', aspect_ratio: '1:1' };
const accepted = json(202, { job_id: 'j1', status: 'queued' });
const HOUR = 3_600_000;

interface World {
  services: Services;
  clock: FakeClock;
  job(): Job;
  until(condition: (job: Job) => boolean): Promise<Job>;
}

/** Services whose account has a key that comes and goes. */
function open(folder: string, key: { value: string | null }, clock = createFakeClock()): World {
  const listeners = new Set<() => void>();
  const services = createServices({
    ...{ dataDir: folder, clock, log: createFakeLog(), random: () => 0.5 },
    fetch: (request) => fetch(request),
    secretOf: async () => key.value,
    onJobChanged: () => {
      for (const listener of [...listeners]) listener();
    },
    onJobFinished: () => undefined,
  });
  onTestFinished(() => {
    services.close();
  });
  services.jobs.start();
  const job = (): Job => services.jobs.list({ scope: 'all', limit: 1 }).jobs[0]!;
  return {
    ...{ services, clock, job },
    until: (condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!condition(job())) return;
          listeners.delete(check);
          resolve(job());
        };
        listeners.add(check);
        check();
      }),
  };
}

/** A submission whose two first attempts were cut, and whose key is gone at its repeat. */
async function lost() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  server.on(POST, cut, cut, accepted);
  server.on('GET /jobs/j1', json(200, { job_id: 'j1', status: 'processing' }));
  const folder = join(temporaryFolder(), 'live');
  const key: { value: string | null } = { value: 'bh_key' };
  const world = open(folder, key);
  const profile = { id: 'p1', name: 'Lab', baseUrl: server.url };
  await world.services.jobs.submit({ endpoint: 'bananahub.textToImage', input: INPUT, profile });
  key.value = null;
  await due(world);
  await world.until(({ state }) => state === 'blocked');
  return { ...world, server, folder, key };
}

async function due({ clock, job }: World): Promise<void> {
  await clock.advance(Math.max(0, (job().nextPollAt ?? 0) - clock.now()));
}

const posts = (server: LoopbackServer) => server.received.filter(({ method }) => method === 'POST');
const idempotencyKeys = (server: LoopbackServer) =>
  new Set(posts(server).map(({ headers }) => headers['idempotency-key']));

it('waits as blocked with the reason, and asks about nothing meanwhile', async () => {
  const { services, server, clock, job } = await lost();
  expect(job()).toMatchObject({
    state: 'blocked',
    remoteId: null,
    units: null,
    error: { code: 'no_credential', spent: 'maybe' },
  });
  expect(services.jobs.counts()).toEqual({ needsYou: 1, underWay: 0 });
  await clock.advance(HOUR);
  expect(server.received).toHaveLength(2);
  expect(services.jobs.get(job().id).events.filter(({ kind }) => kind === 'blocked')).toHaveLength(1);
});

it('goes on when the key is entered: the same request with the same idempotency key', async () => {
  const { services, server, key, until } = await lost();
  key.value = 'bh_another';
  services.jobs.credentialChanged('p2');
  await settle();
  expect(posts(server)).toHaveLength(2);
  services.jobs.credentialChanged('p1');
  expect(await until(({ state }) => state === 'queued')).toMatchObject({ remoteId: 'j1', units: 1, error: null });
  expect(posts(server)).toHaveLength(3);
  expect(idempotencyKeys(server).size).toBe(1);
});

it('waits the same way where the server refuses the key', async () => {
  const { services, server, key, until, job } = await lost();
  server.on(POST, json(401, { detail: 'Invalid API key' }), accepted);
  key.value = 'bh_wrong';
  services.jobs.credentialChanged('p1');
  await until(({ error }) => error?.code === 'unauthorized');
  expect(job()).toMatchObject({ state: 'blocked', remoteId: null });
  key.value = 'bh_right';
  services.jobs.credentialChanged('p1');
  await until(({ state }) => state === 'queued');
  expect(idempotencyKeys(server).size).toBe(1);
});

it('keeps waiting over a restart', async () => {
  const { services, server, folder, key, clock } = await lost();
  services.close();
  const next = open(folder, key, clock);
  await next.until(({ state, nextPollAt }) => state === 'blocked' && (nextPollAt ?? 0) > clock.now());
  expect(posts(server)).toHaveLength(2);
  key.value = 'bh_key';
  next.services.jobs.credentialChanged('p1');
  await next.until(({ state }) => state === 'queued');
  expect(idempotencyKeys(server).size).toBe(1);
});

it('is uncertain after a day, for then the server may have forgotten the idempotency key', async () => {
  const { server, key, clock, services, until } = await lost();
  clock.sleep(25 * HOUR);
  key.value = 'bh_key';
  services.jobs.wake();
  expect(await until(({ state }) => state === 'uncertain')).toMatchObject({
    error: { code: 'uncertain', spent: 'maybe' },
  });
  expect(posts(server)).toHaveLength(2);
});

it.each(['stopWatching', 'giveUp'] as const)('can be given up (%s), which leaves it uncertain', async (way) => {
  const { services, server, key, job } = await lost();
  services.jobs[way](job().id);
  expect(job()).toMatchObject({ state: 'uncertain', error: { code: 'given_up' }, nextPollAt: null });
  key.value = 'bh_key';
  services.jobs.credentialChanged('p1');
  await settle();
  expect(posts(server)).toHaveLength(2);
  services.jobs.resolve(job().id, 'j1');
  expect(job()).toMatchObject({ state: 'queued', remoteId: 'j1' });
});
