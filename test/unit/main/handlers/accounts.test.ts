import { expect, it } from 'vitest';
import type { Credentials } from '../../../../src/main/credentials/open-vault';
import type { SecretBook } from '../../../../src/main/credentials/secret-book';
import { accountHandlers } from '../../../../src/main/handlers/accounts';
import type { ProfileBook } from '../../../../src/main/profile-book';
import type { Services } from '../../../../src/main/services';
import { AppError } from '../../../../src/shared/app-error';

type Call = Parameters<Services['call']>[0];

const PROFILES = [
  { id: 'p1', provider: 'paperbanana', role: 'user', name: 'Lab', baseUrl: 'https://lab.example' },
  { id: 'd1', provider: 'bananadev', role: 'user', name: 'Runs', baseUrl: 'https://api.lowcodeapi.com/bananadev' },
];

function setUp(answer: (call: Call) => Promise<unknown>) {
  const calls: Call[] = [];
  const handlers = accountHandlers({
    vault: {} as Credentials,
    profiles: () => ({ list: async () => PROFILES }) as unknown as ProfileBook,
    services: async () => ({
      call: async (call) => {
        calls.push(call);
        return { answer: await answer(call), exchangeId: 1, asset: null };
      },
    }),
    secrets: {} as SecretBook,
    network: () => undefined,
  });
  const states = async (id: string) =>
    Object.fromEntries((await handlers['profile.test']({ id }, undefined)).map(({ step, state }) => [step, state]));
  return { calls, states };
}

it('tests the account that was named with a question of its own service', async () => {
  const { calls, states } = setUp(async () => ({ data: {} }));
  expect(await states('d1')).toMatchObject({ dns: 'skipped', tls: 'skipped', auth: 'ok', quota: 'unknown' });
  expect(calls).toMatchObject([{ endpoint: 'bananadev.account', input: {}, profile: { id: 'd1' } }]);
});

it('asks a server about a task that nobody has, another one each time', async () => {
  const { calls, states } = setUp(async () => {
    const raw = { contentType: 'application/json', body: '{"detail":"Task not found"}' };
    throw new AppError('not_found', { status: 404, detail: 'Task not found', raw });
  });
  expect(await states('p1')).toMatchObject({ auth: 'ok' });
  await states('p1');
  const ids = calls.map(({ input }) => (input as Record<string, unknown>)['task_id']);
  expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(new Set(ids).size).toBe(2);
});

it('says which part fails', async () => {
  const { states } = setUp(async () => {
    throw new AppError('unauthorized', { status: 401 });
  });
  expect(await states('p1')).toMatchObject({ auth: 'failed', quota: 'skipped' });
});

it('refuses an account that there is not', async () => {
  const { calls, states } = setUp(async () => null);
  await expect(states('nobody')).rejects.toMatchObject({
    code: 'invalid_input',
    data: { issues: [{ field: 'id', code: 'bad_value' }] },
  });
  expect(calls).toEqual([]);
});
