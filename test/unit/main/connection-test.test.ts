import { expect, it } from 'vitest';
import { testConnection } from '../../../src/main/connection-test';
import type { NetworkProbe } from '../../../src/main/network-probe';
import { AppError } from '../../../src/shared/app-error';

const profile = { provider: 'paperbanana', role: 'user', baseUrl: 'https://figures.example.edu' } as const;
const sound: NetworkProbe = {
  resolve: async () => '10.0.0.7',
  proxyFor: async () => undefined,
  connect: async () => undefined,
};
const refuse = (error: unknown) => async (): Promise<never> => {
  throw error;
};

async function statesOf(
  call: (endpoint: string) => Promise<unknown>,
  network: NetworkProbe | undefined = sound,
  who: Parameters<typeof testConnection>[0] = profile,
) {
  const steps = await testConnection(who, { network, call, newId: () => 'a-b-c' });
  return Object.fromEntries(steps.map(({ step, state }) => [step, state]));
}
const unknown = (detail: string): AppError =>
  new AppError('not_found', {
    status: 404,
    detail,
    raw: { contentType: 'application/json', body: JSON.stringify({ detail }) },
  });
const text = (body: string) => ({ contentType: 'text/plain', body });
const wires = { dns: 'ok', proxy: 'skipped', reach: 'ok', tls: 'ok' };

it('takes a 404 about a made-up task for a good key', async () => {
  const asked: string[] = [];
  const call = async (endpoint: string) => {
    asked.push(endpoint);
    throw unknown('Task not found');
  };
  expect(await statesOf(call)).toEqual({ ...wires, auth: 'ok', quota: 'unknown' });
  expect(asked).toEqual(['paperbanana.task']);
});

it.each([
  ['a proxy’s plain text', new AppError('not_found', { detail: 'Task not found', raw: text('Task not found') })],
  ['a path that is not served', new AppError('not_offered', { raw: text('{"detail":"Not Found"}') })],
  ['JSON of another shape', new AppError('not_found', { raw: text('{"message":"no Route matched"}') })],
  ['other words', new AppError('not_found', { raw: text('{"detail":"Project not found"}') })],
])('takes no key for proven by a 404 that is %s', async (_what, error) => {
  expect(await statesOf(refuse(error))).toEqual({ ...wires, auth: 'unknown', quota: 'unknown' });
});

it.each(['unauthorized', 'key_disabled', 'no_credential', 'forbidden_by_server'] as const)(
  'blames the key when the server says %s',
  async (code) => {
    const call = refuse(new AppError(code));
    expect(await statesOf(call)).toEqual({ ...wires, auth: 'failed', quota: 'skipped' });
  },
);

it('tells a used-up quota from a bad key', async () => {
  expect(await statesOf(refuse(new AppError('quota_exhausted')))).toEqual({ ...wires, auth: 'ok', quota: 'failed' });
});

it('stops at the name where it is not known, and sends nothing', async () => {
  const asked: string[] = [];
  const call = async (endpoint: string) => asked.push(endpoint);
  expect(await statesOf(call, { ...sound, resolve: refuse(new Error('getaddrinfo ENOTFOUND')) })).toEqual({
    ...{ dns: 'failed', proxy: 'skipped', reach: 'skipped', tls: 'skipped', auth: 'skipped', quota: 'skipped' },
  });
  expect(asked).toEqual([]);
});

it('tests the proxy where there is one, and neither name nor connection behind it', async () => {
  const connected: string[] = [];
  const network = {
    ...sound,
    proxyFor: async () => 'PROXY proxy.example.edu:3128',
    connect: async (url: URL) => void connected.push(url.host),
  };
  expect(await statesOf(async () => ({}), network)).toMatchObject({ dns: 'skipped', proxy: 'ok', auth: 'ok' });
  expect(connected).toEqual(['proxy.example.edu:3128']);
});

it('blames the certificate where the request was refused for it', async () => {
  const call = refuse(new AppError('unreachable', { detail: 'net::ERR_CERT_AUTHORITY_INVALID' }));
  expect(await statesOf(call)).toMatchObject({ reach: 'ok', tls: 'failed', auth: 'skipped', quota: 'skipped' });
});

it('has no TLS to test over http, and no network in the demo', async () => {
  const local = { ...profile, baseUrl: 'http://127.0.0.1:8000' };
  expect(await statesOf(async () => ({}), sound, local)).toMatchObject({ reach: 'ok', tls: 'skipped', auth: 'ok' });
  const demo = await testConnection(profile, { network: undefined, call: async () => ({}), newId: () => 'x' });
  expect(demo.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped', 'skipped', 'ok', 'unknown']);
});
