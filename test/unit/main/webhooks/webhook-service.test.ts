import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openVault } from '../../../../src/main/credentials/open-vault';
import { createListenerSeat, type ListenerSeat } from '../../../../src/main/webhooks/listener-seat';
import { createWebhookSecrets } from '../../../../src/main/webhook-secrets';
import { createWebhookService } from '../../../../src/main/webhooks/webhook-service';
import { systemClock } from '../../../../src/shared/clock';
import type { ProfileView } from '../../../../src/shared/contract';
import type { WebhookSettings } from '../../../../src/shared/settings';
import { createFakeLog } from '../../../support/fake-log';
import { temporaryFolder } from '../../../support/temporary-folder';
import { payload, post, SECRET, signed } from '../../../support/webhook-world';

const PROFILE: ProfileView = {
  ...{ id: 'lab', provider: 'paperbanana', name: 'Lab key', baseUrl: 'https://api.paperbanana.me', role: 'user' },
  ...{ active: true, secret: 'session', secretHint: null, keyServer: null },
};

function world({
  seat = createListenerSeat(),
  settings,
}: { seat?: ListenerSeat; settings?: Partial<WebhookSettings> } = {}) {
  const folder = temporaryFolder();
  const vault = openVault({
    load: () => Promise.reject(new Error('none')),
    clock: systemClock,
    platform: 'linux',
  });
  const secrets = createWebhookSecrets({ vault, profiles: async () => [PROFILE] });
  const looked: string[] = [];
  const current: WebhookSettings = { host: '127.0.0.1', port: 0, startWithProgram: false, exposed: false, ...settings };
  const service = createWebhookService({
    ...{ folder, secrets, seat, clock: systemClock, log: createFakeLog() },
    settings: () => current,
    findJob: (_provider, taskId) => (taskId === 'ours' ? { id: 'j1', title: 'A figure', state: 'running' } : undefined),
    lookNow: (id) => looked.push(id),
    onChanged: () => undefined,
    onState: () => undefined,
  });
  onTestFinished(() => service.close());
  return { folder, secrets, service, looked, current };
}

const urlOf = async (service: { state(): Promise<{ url: string | null }> }): Promise<string> =>
  (await service.state()).url ?? '';

it('opens nothing before it is needed', async () => {
  const { service, folder } = world();
  expect(service.unread()).toBe(0);
  expect(await service.state()).toMatchObject({ url: null, error: null, elsewhere: false });
  expect(existsSync(join(folder, 'webhooks.db'))).toBe(false);
});

it('asks at once about a job that a good delivery names, and once for a flood of them', async () => {
  const { service, secrets, looked } = world();
  await secrets.set('lab', SECRET, 'session');
  await service.start();
  const url = await urlOf(service);
  for (const id of ['ours', 'ours', 'ours', 'theirs']) {
    const body = payload(id);
    expect((await post(url, body, signed(body))).status).toBe(200);
  }
  const wrong = payload('ours');
  expect((await post(url, wrong, signed(wrong, 'another'))).status).toBe(401);
  expect(looked).toEqual(['j1']);
  expect(service.inbox().counts()).toEqual({ all: 5, unread: 5, refused: 1 });
});

it('judges by a new secret without listening anew', async () => {
  const { service, secrets } = world();
  await service.start();
  const body = payload('a1');
  const url = await urlOf(service);
  expect((await post(url, body, signed(body))).body).toMatchObject({ signature: 'no-secret' });
  await secrets.set('lab', SECRET, 'session');
  await service.refresh('secrets');
  expect((await post(url, body, signed(body))).body).toMatchObject({ signature: 'good' });
});

it('keeps any text as a secret, spaces and all', async () => {
  const { secrets } = world();
  for (const secret of [' with spaces ', 'naïve 中文', '\'quotes\' "too"', '100 %']) {
    await secrets.set('lab', secret, 'session');
    expect(await secrets.of('lab')).toBe(secret);
  }
  expect(await secrets.views()).toMatchObject([{ profileId: 'lab', place: 'session', hint: null }]);
  await secrets.delete('lab');
  expect(await secrets.of('lab')).toBeNull();
});

it('listens beyond this computer only where that was accepted', async () => {
  const { service, current } = world({ settings: { host: '0.0.0.0' } });
  await expect(service.start()).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await service.state()).toMatchObject({ url: null, error: { code: 'invalid_input' } });
  current.exposed = true;
  await service.start();
  expect(await urlOf(service)).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/);
});

it('says that the port is taken, and listens once it is free', async () => {
  const first = world();
  await first.service.start();
  const port = Number(new URL(await urlOf(first.service)).port);
  const second = world({ settings: { port } });
  await expect(second.service.start()).rejects.toMatchObject({ code: 'listen_failed' });
  expect(await second.service.state()).toMatchObject({ error: { code: 'listen_failed' } });
  await first.service.stop();
  await second.service.start();
  expect(await second.service.state()).toMatchObject({ error: null, url: `http://127.0.0.1:${port}` });
});

it('listens for one mode at a time', async () => {
  const seat = createListenerSeat();
  const [live, demo] = [world({ seat }), world({ seat })];
  await live.service.start();
  expect(await demo.service.state()).toMatchObject({ elsewhere: true });
  await demo.service.start();
  expect(await live.service.state()).toMatchObject({ url: null, elsewhere: true });
  expect(await urlOf(demo.service)).not.toBe('');
});

it('takes another port while it listens', async () => {
  const { service } = world();
  await service.start();
  const before = await urlOf(service);
  await service.refresh('settings');
  const after = await urlOf(service);
  expect(after).not.toBe(before);
  expect((await post(before, '{}')).status).toBeNull();
  expect((await post(after, '{}')).status).not.toBeNull();
});
