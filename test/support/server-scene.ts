import { onTestFinished } from 'vitest';
import type { Services } from '../../src/main/services';
import { type LoopbackServer, startLoopbackServer } from './loopback-server';
import { openServices, type ServicesWorld } from './services-world';
import { temporaryFolder } from './temporary-folder';

export interface ServerScene extends ServicesWorld {
  server: LoopbackServer;
  dataDir: string;
  /** Submits, for an account of the server. */
  submit(endpoint: string, input: Record<string, unknown>): ReturnType<Services['jobs']['submit']>;
  call(endpoint: string, input: Record<string, unknown>): ReturnType<Services['call']>;
  /** How often a route was asked, e.g. `POST /v1/start`. */
  count(route: string): number;
}

/** The real services, started, against a server on loopback. */
export async function openScene(dataDir = temporaryFolder(), secret?: string): Promise<ServerScene> {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const world = openServices(dataDir, secret);
  world.services.jobs.start();
  const profile = { id: 'p1', name: 'Lab key', baseUrl: server.url };
  return {
    ...world,
    server,
    dataDir,
    submit: (endpoint, input) => world.services.jobs.submit({ endpoint, input, profile }),
    call: (endpoint, input) => world.services.call({ endpoint, input, profile }),
    count: (route) =>
      server.received.filter(({ method, path }) => `${method} ${path.replace(/\?.*$/, '')}` === route).length,
  };
}

/** Lets the time of the next question or repeat come, and waits for what it does to the job. */
export async function askOnce({ clock, job, until }: ServicesWorld): Promise<void> {
  const { pollCount: before, nextPollAt } = job();
  await clock.advance(Math.max(0, (nextPollAt ?? 0) - clock.now()));
  await until(({ pollCount, state }) => pollCount > before || state === 'done' || state === 'failed');
}
