import { json, startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { AccountsPage } from './pages/accounts-page';
import { test as base, expect, type App } from './app';
import { liveSettings, setKey } from './live';

const KEY = 'pb_00112233445566778899aabbccddeeff';

const test = base.extend<{ server: LoopbackServer }>({
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    server.on('GET /api/health', json(200, { status: 'ok', version: '1.2.0' }));
    await use(server);
    // one test has closed it already
    await server.close().catch(() => undefined);
  },
});

async function openDemoKeys(app: App): Promise<AccountsPage> {
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await expect(accounts.key('my-app')).toBeVisible();
  return accounts;
}

/** Fills in the dialog for a new key, up to the whole of it. */
async function makeKey({ page }: App, accounts: AccountsPage, name: string, units: string): Promise<string> {
  await page.getByRole('button', { name: 'New key' }).click();
  await accounts.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await accounts.dialog.getByRole('textbox', { name: 'How many units' }).fill(units);
  await accounts.dialog.getByRole('button', { name: 'Make the key' }).click();
  const shown = page.getByTestId('new-key');
  await expect(shown).toHaveText(/^pb_\w{20,}$/);
  return shown.innerText();
}

const clipboard = (app: App): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());

test('a second profile is added and made the default, and its key is asked for by what it is', async ({
  launch,
  server,
}) => {
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await app.page.getByRole('button', { name: 'Add profile' }).click();
  await accounts.dialog.getByRole('textbox', { name: 'Name' }).fill('Teaching key');
  await accounts.dialog.getByRole('textbox', { name: 'Server address' }).fill(server.url);
  await accounts.dialog.getByLabel('Key', { exact: true }).fill(KEY);
  await accounts.dialog.getByText('This session only').click();
  await accounts.dialog.getByRole('button', { name: 'Save profile' }).click();
  await expect(accounts.dialog).toBeHidden();
  await expect(accounts.profile('Teaching key')).toContainText('••••eeff');
  await expect(accounts.profile('Lab key')).toContainText('default');
  await accounts.choose('profile', 'Teaching key', 'Make default');
  await expect(accounts.profile('Teaching key')).toContainText('default');
  await expect(accounts.profile('Lab key')).not.toContainText('default');
  await app.create.open('Diagram from text');
  await expect(app.page.getByRole('button', { name: 'Account: Teaching key' })).toBeVisible();
});

test('an address without encryption is taken only after its warning', async ({ launch, server }) => {
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await accounts.choose('profile', 'Lab key', 'Edit…');
  const address = accounts.dialog.getByRole('textbox', { name: 'Server address' });
  const save = accounts.dialog.getByRole('button', { name: 'Save profile' });
  await address.fill('http://figures.lab.example');
  await expect(accounts.dialog.getByRole('alert')).toContainText('not encrypted');
  await expect(save).toBeDisabled();
  await accounts.dialog.getByRole('checkbox', { name: 'I know' }).check();
  // another address is another risk
  await address.fill('http://other.lab.example');
  await expect(save).toBeDisabled();
  await accounts.dialog.getByRole('checkbox', { name: 'I know' }).check();
  await save.click();
  await expect(accounts.profile('Lab key')).toContainText('http://other.lab.example');
  await expect(accounts.profile('Lab key')).toContainText('Not encrypted');
});

test('a profile is removed only after a question that names it', async ({ launch, server }) => {
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await accounts.choose('profile', 'Lab key', 'Remove the profile…');
  await expect(accounts.dialog).toHaveAccessibleName('Remove “Lab key”?');
  await accounts.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(accounts.profile('Lab key')).toBeVisible();
  await accounts.choose('profile', 'Lab key', 'Remove the profile…');
  await accounts.dialog.getByRole('button', { name: 'Remove the profile' }).click();
  await expect(app.page.getByText('No profile yet')).toBeVisible();
});

test('an admin sees why the keys can’t be listed, and lists 120 of them in pages once they can', async ({
  launch,
  server,
}) => {
  const records = Array.from({ length: 120 }, (_, n) => ({
    ...{ key: `pb_${String(n).padStart(32, '0')}`, name: `Key ${n}`, quota_remaining: n, quota_total: 200 },
    ...{ total_used: 7, active: true, created_at: '2026-11-21T23:07:45+00:00', webhook_url: null },
  }));
  server.on(
    'GET /api/admin/keys',
    json(401, { detail: 'Invalid admin key' }),
    json(500, { detail: 'PAPERBANANA_ADMIN_KEY not configured' }),
    json(200, records),
  );
  const settings = liveSettings(server.url);
  const profiles = settings.profiles?.map((profile) => ({ ...profile, role: 'admin' as const })) ?? [];
  const app = await launch({ demo: false, settings: { ...settings, profiles } });
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await setKey(app, 'admin-key-0123456789');
  await expect(app.page.getByText('It wants the admin key here')).toBeVisible();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.page.getByText('The server was started without an admin key')).toBeVisible();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await expect(accounts.key('Key 49')).toBeVisible();
  await expect(accounts.key('Key 50')).toBeHidden();
  await app.page.getByRole('button', { name: 'Next page' }).click();
  await expect(app.page.getByText('51–100 of 120')).toBeVisible();
  await accounts.keys.getByRole('button', { name: 'Left' }).click();
  await accounts.keys.getByRole('button', { name: 'Left' }).click();
  await expect(accounts.keys.getByRole('columnheader', { name: 'Left' })).toHaveAttribute('aria-sort', 'descending');
  await app.page.getByRole('searchbox', { name: 'Find a key' }).fill('key 11');
  await expect(app.page.getByText('11 of 120', { exact: true })).toBeVisible();
  await expect(accounts.keys.getByRole('rowheader').first()).toHaveText('Key 119');
});

test('a key that was not switched off after all is shown as it is', async ({ launch, server }) => {
  const record = { key: KEY, name: 'Ana', quota_remaining: 5, quota_total: 9, total_used: 4, active: true };
  server.on('GET /api/admin/keys', json(200, [record]));
  server.on(
    `PATCH /api/admin/keys/${KEY}`,
    json(404, { detail: 'API key not found' }),
    json(200, { ...record, active: false }),
  );
  const settings = liveSettings(server.url);
  const profiles = settings.profiles?.map((profile) => ({ ...profile, role: 'admin' as const })) ?? [];
  const app = await launch({ demo: false, settings: { ...settings, profiles } });
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await setKey(app, 'admin-key-0123456789');
  const active = app.page.getByRole('switch', { name: 'Active: Ana' });
  await active.press('Space');
  await expect(app.page.getByRole('alert')).toBeVisible();
  await expect(active).toBeChecked();
  await active.press('Space');
  await expect(accounts.key('Ana')).toContainText('Off');
  const [, sent] = server.received.filter(({ method }) => method === 'PATCH');
  expect(JSON.parse(String(sent?.body))).toEqual({ active: false });
});

test('demo: a key is made, shown once, and not lost by closing too early', async ({ launch }) => {
  const app = await launch();
  const accounts = await openDemoKeys(app);
  const secret = await makeKey(app, accounts, 'Jonas Weber', '50');
  await app.page.keyboard.press('Escape');
  await expect(accounts.dialog.getByRole('alert')).toContainText('You have not copied it yet.');
  await accounts.dialog.getByRole('button', { name: 'Copy the key' }).click();
  await expect(accounts.dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await clipboard(app)).toBe(secret);
  await accounts.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(accounts.dialog).toBeHidden();
  await expect(accounts.key('Jonas Weber')).toContainText('50 of 50');
  expect(await app.page.content()).not.toContain(secret);
  await app.page.getByRole('button', { name: /^Show the key Jonas Weber/ }).click();
  await expect(accounts.key('Jonas Weber')).toContainText(secret);
  await app.page.getByRole('button', { name: 'Hide the key again' }).click();
  await expect(accounts.key('Jonas Weber')).not.toContainText(secret);
});

test('demo: a key is switched off, given units and a webhook, and deleted by its name', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const accounts = await openDemoKeys(app);
  await page.getByRole('switch', { name: 'Active: my-app' }).press('Space');
  await expect(accounts.key('my-app')).toContainText('Off');

  await accounts.choose('key', 'my-app', 'Edit…');
  await accounts.dialog.getByRole('textbox', { name: 'Units left' }).fill('150');
  await accounts.dialog.getByRole('textbox', { name: 'Units in all' }).fill('200');
  await accounts.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(accounts.key('my-app')).toContainText('150 of 200');

  await accounts.choose('key', 'my-app', 'Set webhook and secret…');
  const address = accounts.dialog.getByRole('textbox', { name: 'Webhook address' });
  await address.fill('https://ci.lab.example/pb');
  await accounts.dialog.getByLabel('New secret').fill('whsec');
  await accounts.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(accounts.key('my-app')).toContainText('ci.lab.example/pb');
  await accounts.choose('key', 'my-app', 'Set webhook and secret…');
  await expect(accounts.dialog.getByLabel('New secret')).toHaveValue('');
  await address.fill('');
  await accounts.dialog.getByRole('button', { name: 'Save' }).click();
  await expect(accounts.key('my-app')).toContainText('none');

  await accounts.choose('key', 'my-app', 'Details');
  await expect(accounts.dialog.getByText('abc123...')).toBeVisible();
  await accounts.dialog.getByRole('button', { name: 'Close' }).last().click();

  await accounts.choose('key', 'my-app', 'Delete…');
  const yes = accounts.dialog.getByRole('button', { name: 'Delete the key' });
  await accounts.dialog.getByRole('textbox', { name: 'Type the name of the key' }).fill('my-ap');
  await expect(yes).toBeDisabled();
  await accounts.dialog.getByRole('textbox', { name: 'Type the name of the key' }).fill('my-app');
  await yes.click();
  await expect(accounts.key('my-app')).toBeHidden();
  // and the server has done all of it
  await page.getByRole('button', { name: 'Ask the server again' }).click();
  await expect(page.getByRole('button', { name: 'Ask the server again' })).toBeEnabled();
  await expect(accounts.key('my-app')).toBeHidden();
});

test('demo: a key is made with the keyboard alone', async ({ launch }) => {
  const app = await launch();
  const { page } = app;
  const accounts = await openDemoKeys(app);
  await page.getByRole('searchbox', { name: 'Find a key' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'New key' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(accounts.dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Keyboard key');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copy the key' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(accounts.dialog).toBeHidden();
  await expect(accounts.key('Keyboard key')).toContainText('no limit');
});

test('demo: the rail tells the units that are left, and follows them', async ({ launch }) => {
  // the documented server shortens the keys of its list, and so can't tell whose they are
  const demo = { ...DEFAULT_DEMO_SETTINGS, behaviour: 'observed' as const };
  const app = await launch({ settings: { mode: 'demo', demo } });
  const meter = app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /^Demo key/ });
  await expect(meter).toHaveAccessibleName(/100\s*units left of 100/);
  await app.create.open('Diagram from text');
  await app.page.getByRole('textbox', { name: 'Method' }).fill('A method.');
  await app.create.caption.fill('One unit');
  await app.page.keyboard.press('Control+Enter');
  await expect(meter).toHaveAccessibleName(/99\s*units left of 100/);
});

test('the connection test says which part fails: the key, the way, or nothing', async ({ launch, server }) => {
  server.on('GET /api/admin/keys', json(200, []));
  const settings = liveSettings(server.url);
  const profiles = settings.profiles?.map((profile) => ({ ...profile, role: 'admin' as const })) ?? [];
  const app = await launch({ demo: false, settings: { ...settings, profiles } });
  const accounts = new AccountsPage(app.page);
  await accounts.open();
  await setKey(app, 'admin-key-0123456789');
  await expect(accounts.profile('Lab key')).toContainText('Working');
  server.on('GET /api/admin/keys', json(200, []));
  await accounts.choose('profile', 'Lab key', 'Test the connection');
  await expect(accounts.dialog.getByRole('status')).toHaveText('Everything that can be tested works.');
  server.on('GET /api/admin/keys', json(401, { detail: 'Invalid admin key' }));
  await accounts.dialog.getByRole('button', { name: 'Test again' }).click();
  await expect(accounts.dialog.getByRole('status')).toHaveText('Key fails.');
  await expect(accounts.dialog.getByRole('button', { name: 'Replace the key…' })).toBeVisible();
  await server.close();
  await accounts.dialog.getByRole('button', { name: 'Test again' }).click();
  await expect(accounts.dialog.getByRole('status')).toHaveText('Reaching the server fails.');
  await accounts.dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(accounts.profile('Lab key')).toContainText('Not reached');
});
