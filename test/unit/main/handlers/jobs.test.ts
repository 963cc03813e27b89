import { expect, it, vi } from 'vitest';
import { createSecretBook } from '../../../../src/main/credentials/secret-book';
import { jobHandlers } from '../../../../src/main/handlers/jobs';
import type { ProfileBook } from '../../../../src/main/profile-book';
import type { Services } from '../../../../src/main/services';
import { pngBytes } from '../../../support/pictures';

const BASE = 'https://lab.example';
const ADMIN = { id: 'a1', provider: 'paperbanana', role: 'admin', name: 'Admin', baseUrl: BASE };
const ENTRY = { task_id: 't1', status: 'completed', created_at: '2026-11-21T23:07:45Z' };

function setUp(admin: object[] = [ADMIN]) {
  const jobs = { get: () => ({ id: 'j1', remoteId: 't1', baseUrl: BASE }), recovered: vi.fn(), giveUp: vi.fn() };
  const call = vi.fn(async ({ endpoint }: { endpoint: string }) => ({
    answer:
      endpoint === 'paperbanana.adminHistory'
        ? { items: [ENTRY], pages: 1 }
        : { ...ENTRY, description: 'Boxes.', image_base64: pngBytes().toString('base64') },
  }));
  const write = vi.fn(async () => ({ sha256: 'f'.repeat(64), bytes: 3, kind: { format: 'png' } }));
  const handlers = jobHandlers({
    services: async () => ({ jobs, call, files: { write } }) as unknown as Services,
    live: async () => undefined,
    profiles: () => ({ list: async () => admin }) as unknown as ProfileBook,
    secrets: createSecretBook(() => 'handle'),
  });
  return { handlers, jobs, call };
}

it('finds a job in the server’s history by its id here or there, without what else stands in the entry', async () => {
  const { handlers } = setUp();
  const found = { state: 'found', entry: { id: 't1', taskId: 't1', status: 'completed', createdAt: ENTRY.created_at } };
  expect(await handlers['history.find']({ jobId: 'j1' }, undefined)).toEqual(found);
  expect(await handlers['history.find']({ remoteId: 't1' }, undefined)).toEqual(found);
  expect(await handlers['history.find']({ remoteId: 'other' }, undefined)).toEqual({ state: 'not_found', entry: null });
});

it('asks the server of the job only with the admin key of that server', async () => {
  const { handlers, call } = setUp([{ ...ADMIN, baseUrl: 'https://other.example' }]);
  expect(await handlers['history.find']({ jobId: 'j1' }, undefined)).toEqual({ state: 'no_admin', entry: null });
  await expect(handlers['job.recover']({ id: 'j1' }, undefined)).rejects.toMatchObject({ code: 'no_credential' });
  expect(call).not.toHaveBeenCalled();
});

it('asks with an admin profile that has a key where several are of that server', async () => {
  const without = { ...ADMIN, id: 'a0', secret: 'none' };
  const { handlers, call } = setUp([without, { ...ADMIN, secret: 'keychain' }]);
  await handlers['history.find']({ jobId: 'j1' }, undefined);
  expect(call).toHaveBeenCalledWith(expect.objectContaining({ profile: { ...ADMIN, secret: 'keychain' } }));
});

it('restores a job with its description and picture', async () => {
  const { handlers, jobs, call } = setUp();
  await handlers['job.recover']({ id: 'j1' }, undefined);
  expect(call).toHaveBeenLastCalledWith({
    ...{ endpoint: 'paperbanana.adminHistoryItem', input: { task_id: 't1' }, profile: ADMIN },
  });
  const asset = { sha256: 'f'.repeat(64), bytes: 3, format: 'png' };
  expect(jobs.recovered).toHaveBeenCalledWith('j1', 'Boxes.', asset);
});

it('gives up the job that was named', async () => {
  const { handlers, jobs } = setUp();
  await handlers['job.giveUp']({ id: 'j9' }, undefined);
  expect(jobs.giveUp).toHaveBeenCalledWith('j9');
});

it('counts no live jobs where live mode was never opened', async () => {
  const { handlers } = setUp();
  expect(await handlers['job.liveNeedsYou'](undefined, undefined)).toBe(0);
});
