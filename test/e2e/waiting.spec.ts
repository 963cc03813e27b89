import AxeBuilder from '@axe-core/playwright';
import type { ProviderId, Settings } from '../../src/shared/settings';
import { cut, hang, json, startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import { test as base, expect, type App } from './app';
import { liveSettings, setKey } from './live';

const test = base.extend<{ server: LoopbackServer }>({
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    await use(server);
    await server.close();
  },
});

/** Settings of a user whose server is another provider's. */
function settingsOf(provider: ProviderId, baseUrl: string): Partial<Settings> {
  const { profiles = [], ...rest } = liveSettings(baseUrl);
  const [profile] = profiles;
  if (!profile) throw new Error('liveSettings has no profile');
  return {
    ...{ ...rest, locale: 'en', theme: 'light' },
    profiles: [{ ...profile, provider }],
    activeProfile: { [provider]: profile.id },
  };
}

const submit = (app: App, endpoint: string, input: Record<string, unknown>): Promise<unknown> =>
  app.page.evaluate(([endpoint, input]) => window.plantain.call('job.submit', { endpoint, input }), [
    endpoint,
    input,
  ] as const);

async function expectNoFindings({ page }: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('a run that is waited for shows its time, and can be given up once one has read what that means', async ({
  launch,
  server,
}) => {
  server.on('POST /v1/run', hang);
  const app = await launch({ demo: false, settings: settingsOf('bananadev', server.url) });
  await setKey(app, 'token-0123456789');
  expect(await submit(app, 'bananadev.run', { modelKey: 'sdxl', modelInputs: { prompt: 'a banana' } })).toMatchObject({
    ok: true,
  });
  await app.queue.open();
  await expect(app.queue.state('Sending')).toBeVisible();
  const details = app.page.getByRole('region', { name: 'Job', exact: true });
  const clock = details.getByText(/^0:\d\d$/);
  const before = await clock.textContent();
  await expect(clock).not.toHaveText(before ?? '');

  await details.getByRole('button', { name: 'Give up…' }).press('Enter');
  const dialog = app.page.getByRole('dialog', { name: 'Stop waiting for “sdxl: a banana”?' });
  await expect(dialog).toContainText('The server may go on with it, and then it is billed.');
  await expectNoFindings(app);
  // the safe button has the focus, and changes nothing
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(app.queue.state('Sending')).toBeVisible();

  await details.getByRole('button', { name: 'Give up…' }).click();
  await dialog.getByRole('button', { name: 'Give up' }).click();
  await expect(app.queue.state('May have been accepted')).toBeVisible();
  await expect(app.page.getByRole('alert').filter({ hasText: 'You stopped waiting' })).toContainText(
    'perhaps what the service charges',
  );
  expect(server.received).toHaveLength(1);
});

test('a lost submission that is sent again with its key says so, with the time until then', async ({
  launch,
  server,
}) => {
  server.on('POST /text-generations', cut);
  const app = await launch({ demo: false, settings: settingsOf('bananahub', server.url) });
  await setKey(app, 'hub-0123456789');
  await submit(app, 'bananahub.textToImage', { prompt: 'a red panda', aspect_ratio: '1:1' });
  await app.queue.open();
  // each failure makes the pause longer: sooner or later there is one to be read at leisure
  await expect(app.queue.state('To be sent again')).toBeVisible();
  await expect(app.page.getByText(/^sent again in \d+ s, with the same key$/).first()).toBeAttached();
  await expect(app.page.getByText('charged once at most')).toBeVisible();
  // in the narrowest window, too, the row says it whole
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640);
  });
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(900);
  const hint = app.page.locator('[data-job]').getByText(/^in \d+ s, same key$/);
  await expect.poll(() => hint.evaluate((span) => span.scrollWidth <= span.clientWidth)).toBe(true);
  await expectNoFindings(app);

  server.on('POST /text-generations', json(202, { job_id: 'j1', status: 'queued' }));
  server.on('GET /jobs/j1', json(200, { job_id: 'j1', status: 'queued' }));
  await expect(async () => {
    const now = app.page.getByRole('button', { name: 'Send again now' });
    if (await now.isVisible()) await now.click({ timeout: 1000 });
    await expect(app.queue.state('Queued')).toBeVisible({ timeout: 2000 });
  }).toPass();
  const keys = server.received
    .filter(({ method }) => method === 'POST')
    .map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(1);
});
