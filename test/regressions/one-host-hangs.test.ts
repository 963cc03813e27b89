import { randomUUID } from 'node:crypto';
import { onTestFinished, expect, it } from 'vitest';
import type { JobReading } from '../../src/shared/endpoints/endpoint';
import { settle } from '../support/fake-clock';
import { createFakeProvider } from '../support/fake-provider';
import { createJobWorld } from '../support/job-world';
import { drip, hang, json, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { openServices } from '../support/services-world';
import { temporaryFolder } from '../support/temporary-folder';

const HOSTS = ['https://hangs.example', 'https://b.example', 'https://c.example', 'https://d.example'] as const;
const profileOf = (baseUrl: string) => ({ id: baseUrl, name: baseUrl, baseUrl });

/** Six jobs at each of four hosts; the first host never answers. */
function createScene() {
  const asked: { host: string; at: number; id: string }[] = [];
  const provider = createFakeProvider();
  const world = createJobWorld({ provider, idle: true });
  provider.poll = (_endpoint, id, _input, { baseUrl }): Promise<JobReading> => {
    asked.push({ host: baseUrl, at: world.clock.now(), id });
    return baseUrl === HOSTS[0] ? new Promise(() => undefined) : Promise.resolve({ state: 'running' });
  };
  for (const host of HOSTS)
    for (let job = 0; job < 6; job += 1) world.jobs.adopt('paperbanana.generate', `${host}-${job}`, profileOf(host));
  world.jobs.start();
  return { ...world, asked };
}

it('asks the other three at their normal pace for as long as the first one hangs', async () => {
  const { clock, asked } = createScene();
  const started = clock.now();
  await clock.advance(600_000);
  expect(asked.filter(({ host }) => host === HOSTS[0])).toHaveLength(4);
  for (const host of HOSTS.slice(1))
    for (let job = 0; job < 6; job += 1) {
      const times = asked.filter(({ id }) => id === `${host}-${job}`).map(({ at }) => at - started);
      const pauses = times.slice(1).map((at, index) => at - (times[index] ?? 0));
      expect(times.length).toBeGreaterThan(140);
      expect(Math.max(...pauses)).toBeLessThan(5000);
    }
}, 60_000);

it('keeps hands for questions while repeats of lost submissions hang at the same host', async () => {
  const provider = createFakeProvider();
  const world = createJobWorld({ provider });
  const profile = profileOf('https://bananahub.example');
  provider.onSubmit = async (_accept, { onSending }) => {
    onSending();
    return new Promise(() => undefined);
  };
  for (let job = 0; job < 8; job += 1) {
    const id = randomUUID();
    const account = { profileId: profile.id, profileName: profile.name, baseUrl: profile.baseUrl };
    world.repository.create({
      ...{ id, endpoint: 'bananahub.textToImage', provider: 'bananahub', title: '', input: {}, searchText: '' },
      ...{ ...account, idempotencyKey: id },
    });
    world.repository.move(id, 'sending', { sentAt: world.clock.now(), nextPollAt: world.clock.now() });
  }
  world.jobs.adopt('bananahub.textToImage', 'j1', profile);
  await settle();
  await world.clock.advance(60_000);
  expect(provider.polls.length).toBeGreaterThan(20);
});

async function servers(count: number): Promise<LoopbackServer[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const server = await startLoopbackServer();
      onTestFinished(() => server.close());
      return server;
    }),
  );
}

it('collects from three servers while a fourth takes every question and answers none', async () => {
  const [hanging, ...sound] = await servers(4);
  const { services, clock } = openServices(temporaryFolder());
  services.jobs.start();
  const jobs: string[] = [];
  for (let job = 0; job < 6; job += 1) {
    hanging?.on(`GET /api/tasks/t${job}`, hang);
    services.jobs.adopt('paperbanana.generate', `t${job}`, profileOf(hanging?.url ?? ''));
    for (const server of sound) {
      server.on(`GET /api/tasks/t${job}`, json(200, { status: 'running' }), json(200, { status: 'completed' }));
      server.on(`GET /api/tasks/t${job}/image`, (response) => response.writeHead(200).end(pngBytes()));
      jobs.push(services.jobs.adopt('paperbanana.generate', `t${job}`, profileOf(server.url)).jobId);
    }
  }
  const states = () => new Set(jobs.map((id) => services.jobs.get(id).state));
  // less than the thirty seconds after which the hanging questions are given up
  for (let second = 0; second < 25 && !(states().size === 1 && states().has('done')); second += 1) {
    await clock.advance(1000);
    await settle(50);
  }
  await expect.poll(states, { timeout: 15_000 }).toEqual(new Set(['done']));
  expect(hanging?.received).toHaveLength(4);
});

it('takes the hand back from a server that drips a byte now and then, and asks about the others', async () => {
  const [server] = await servers(1);
  const { services, clock } = openServices(temporaryFolder());
  services.jobs.start();
  const bodies = Array.from({ length: 4 }, () => drip(200, 'application/json'));
  for (const [job, { reply }] of bodies.entries()) server?.on(`GET /api/tasks/t${job}`, reply);
  server?.on('GET /api/tasks/t4', json(200, { status: 'running' }));
  const ids = [0, 1, 2, 3, 4].map(
    (job) => services.jobs.adopt('paperbanana.generate', `t${job}`, profileOf(server?.url ?? '')).jobId,
  );
  await clock.advance(10);
  await server?.arrived(4);
  const others = () => server?.received.filter(({ path }) => path.endsWith('t4')).length ?? 0;
  for (let round = 0; round < 4 && others() === 0; round += 1) {
    for (const { send } of bodies) send(' ');
    await expect.poll(() => clock.pending().filter((delay) => delay === 60_000).length).toBe(4);
    await settle(20);
    await clock.advance(50_000);
    await settle(50);
  }
  await expect.poll(others, { timeout: 15_000 }).toBeGreaterThan(0);
  const toldWhy = (id: string): boolean =>
    services.jobs.get(id).events.some(({ kind, params }) => kind === 'poll_failed' && params?.['code'] === 'timeout');
  await expect.poll(() => ids.map(toldWhy), { timeout: 15_000 }).toEqual([true, true, true, true, false]);
});
