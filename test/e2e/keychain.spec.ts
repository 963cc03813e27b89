import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { content, json, startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import { test as base, expect, type App } from './app';
import { expectNoFindings } from './axe';
import { liveSettings } from './live';
import { PNG } from './png';

const CANARY = 'pb_c4na7y00c4na7y00c4na7y00c4na7y00';
const TASK = '00112233445566778899aabbccddeeff';
const hasKeyring = process.env['PLANTAIN_TEST_KEYRING'] === '1';

const test = base.extend<{ server: LoopbackServer; other: LoopbackServer }>({
  other: async ({}, use) => {
    const other = await startLoopbackServer();
    await use(other);
    await other.close();
  },
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    server.on('GET /api/health', json(200, { status: 'ok' }));
    server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
    server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Drawn.' }));
    server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', PNG));
    await use(server);
    await server.close();
  },
});

async function openAccounts(app: App): Promise<void> {
  await app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Accounts' }).click();
  await app.page.locator('html[data-ready="accounts"]').waitFor();
}

async function enterKeyInWindow(app: App): Promise<void> {
  await openAccounts(app);
  await app.page.getByRole('button', { name: /^Enter key/ }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Key', exact: true })
    .or(dialog.getByLabel('Key', { exact: true }))
    .first()
    .fill(CANARY);
  await dialog.getByRole('button', { name: 'Save key' }).click();
  await expect(dialog).toBeHidden();
}

async function draw(app: App): Promise<void> {
  await app.create.open('Diagram from text');
  await app.page.getByRole('textbox', { name: 'Method' }).fill('A method.');
  await app.create.caption.fill('Sent with the stored key');
  await app.page.keyboard.press('Control+Enter');
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 20_000 });
}

async function filesThatHold(folder: string, needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesThatHold(path, needle)));
    else if (entry.isFile()) {
      const bytes = await readFile(path);
      if (bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le'))) found.push(path);
    }
  }
  return found;
}

test('a key entered in the window works after a restart, and not once it is deleted', async ({ launch, server }) => {
  test.skip(!hasKeyring, 'no keyring in this session: npm test starts one where gnome-keyring is installed');
  const first = await launch({ demo: false, settings: liveSettings(server.url) });
  await openAccounts(first);
  await expect(first.page.getByText('Secrets are kept in the system’s keyring')).toBeVisible();
  await enterKeyInWindow(first);
  await first.close();

  const second = await launch({ demo: false, userData: first.userData });
  await draw(second);
  expect(server.received.find(({ method }) => method === 'POST')?.headers.authorization).toBe(`Bearer ${CANARY}`);
  await openAccounts(second);
  await second.page.getByRole('button', { name: 'Actions for Lab key' }).click();
  await second.page.getByRole('menuitem', { name: 'Delete the key…' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Delete the key' }).click();
  await expect(second.page.getByRole('button', { name: /^Enter key/ })).toBeVisible();
  await second.close();

  const third = await launch({ demo: false, userData: first.userData });
  await openAccounts(third);
  await expect(third.page.getByRole('button', { name: /^Enter key/ })).toBeVisible();
});

test('without a keychain the window says so, and keeps the key for this session only', async ({ launch, server }) => {
  const noBus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
  const first = await launch({ demo: false, settings: liveSettings(server.url), env: noBus });
  await openAccounts(first);
  await expect(first.page.getByText('No keychain answers: secrets are kept for this session only')).toBeVisible();
  await enterKeyInWindow(first);
  await draw(first);
  await first.close();

  const second = await launch({ demo: false, userData: first.userData, env: noBus });
  await openAccounts(second);
  await expect(second.page.getByRole('button', { name: /^Enter key/ })).toBeVisible();
});

test('a profile whose key the keychain refuses is not stored; it is with the key for this session only', async ({
  launch,
  server,
}) => {
  test.skip(!hasKeyring, 'no keyring in this session: npm test starts one where gnome-keyring is installed');
  const app = await launch({ demo: false, settings: { mode: 'live' } });
  const resize = (width: number, height: number): Promise<void> =>
    app.electron.evaluate(
      ({ BrowserWindow }, [width, height]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      },
      [width, height] as const,
    );
  await resize(900, 640);
  await openAccounts(app);
  await expect(app.page.getByText('Secrets are kept in the system’s keyring')).toBeVisible();
  // a keyring that was locked since the window has looked
  await app.electron.evaluate(
    (_electron, path) => {
      const program = process as unknown as { mainModule: NodeJS.Module };
      const keytar = program.mainModule.require(path) as { setPassword: () => Promise<never> };
      keytar.setPassword = () => Promise.reject(new Error('Cannot create an item in a locked collection'));
    },
    join(__dirname, '../../node_modules/keytar'),
  );
  await app.page.getByRole('button', { name: 'Add profile' }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Lab key');
  await dialog.getByRole('textbox', { name: 'Server address' }).fill(server.url);
  await dialog.getByLabel('Key', { exact: true }).fill(CANARY);
  await dialog.getByRole('button', { name: 'Save profile' }).click();
  const refusal = dialog.getByRole('alert').filter({ hasText: 'The keychain doesn’t answer' });
  await expect(refusal).toContainText('Cannot create an item in a locked collection');
  await expect(refusal).toContainText('The profile isn’t stored yet either.');
  for (const name of ['Keep it for this session only', 'Cancel', 'Save profile'])
    await expect(dialog.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await expectNoFindings(app.page, 'refused');
  await expect(dialog.getByLabel('Key', { exact: true })).toHaveValue(CANARY);
  expect(await app.page.evaluate(() => window.plantain.call('profile.list', undefined))).toEqual({
    ok: true,
    value: [],
  });
  await dialog.getByRole('button', { name: 'Keep it for this session only' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(app.page.getByRole('row').filter({ hasText: 'Lab key' })).toContainText('This session only');
  await resize(1280, 800);
  await draw(app);
});

test('the key is found nowhere but in the request that needs it', async ({ launch, server }) => {
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  await enterKeyInWindow(app);
  await draw(app);
  await openAccounts(app);
  // what the page shows, what it asked for, and what its memory holds
  expect(await app.page.content()).not.toContain(CANARY);
  const answers = await app.page.evaluate(async () => {
    const list = (await window.plantain.call('job.list', { scope: 'all', limit: 1 })) as {
      value: { jobs: { id: string }[] };
    };
    const id = list.value.jobs[0]?.id;
    return JSON.stringify(
      await Promise.all([
        window.plantain.call('job.get', { id }),
        window.plantain.call('exchange.list', { jobId: id }),
        window.plantain.call('settings.get', undefined),
        window.plantain.call('profile.list', undefined),
      ]),
    );
  });
  expect(answers).toContain('Authorization'.toLowerCase());
  expect(answers).not.toContain(CANARY);
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('HeapProfiler.collectGarbage');
  let heap = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    heap += chunk;
  });
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  expect(heap.length).toBeGreaterThan(100_000);
  expect(heap.includes(CANARY)).toBe(false);
  await app.close();
  expect(await filesThatHold(app.userData, CANARY)).toEqual([]);
});

/** Answers the native box about a key, and keeps what it said. */
async function answerKeyBox({ electron }: App, button: string): Promise<void> {
  await electron.evaluate(({ dialog }, button) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message, detail, buttons, defaultId, cancelId } = given.at(-1) as Electron.MessageBoxOptions;
      asked.push(
        `${message} ${detail ?? ''} default ${buttons?.[defaultId ?? -1]} escape ${buttons?.[cancelId ?? -1]}`,
      );
      return { response: buttons?.indexOf(button) ?? 0, checkboxChecked: false };
    };
  }, button);
}

const askedByBox = ({ electron }: App): Promise<string[]> =>
  electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);

test('a key follows its account to another server only past a native box', async ({ launch, server, other }) => {
  test.skip(!hasKeyring, 'no keyring in this session: npm test starts one where gnome-keyring is installed');
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  await enterKeyInWindow(app);
  const save = (baseUrl: string): Promise<unknown> =>
    app.page.evaluate(
      ([id, baseUrl]) =>
        window.plantain.call('profile.save', { id, provider: 'paperbanana', name: 'Lab key', baseUrl, role: 'user' }),
      ['profile-under-test', baseUrl] as const,
    );
  const submit = (): Promise<unknown> =>
    app.page.evaluate(() =>
      window.plantain.call('job.submit', {
        endpoint: 'paperbanana.generate',
        input: { source_context: 'A method.', caption: 'Sent where?' },
      }),
    );

  await answerKeyBox(app, 'Cancel');
  expect(await save(other.url)).toMatchObject({ ok: false, error: { code: 'canceled' } });
  const [question = ''] = await askedByBox(app);
  expect(question).toContain(`ends in ${CANARY.slice(-4)}`);
  for (const address of [server.url, other.url]) expect(question).toContain(address);
  expect(question).toContain('default Cancel escape Cancel');

  await answerKeyBox(app, 'Save without the key');
  expect(await save(other.url)).toMatchObject({ ok: true, value: { secret: 'none', keyServer: server.url } });
  const refused = { ok: false, error: { code: 'key_elsewhere', params: { own: server.url, other: other.url } } };
  expect(await submit()).toMatchObject(refused);
  await app.page.evaluate(() => window.plantain.call('profile.test', { id: 'profile-under-test' }));
  await openAccounts(app);
  await expect(app.page.getByText(`The stored key belongs to ${server.url}`)).toBeVisible();
  await expectNoFindings(app.page, 'key of another server');
  await app.close();

  // the address in the file is another now; the keychain knows better, over the restart as well
  const second = await launch({ demo: false, userData: app.userData });
  await openAccounts(second);
  await expect(second.page.getByText(`The stored key belongs to ${server.url}`)).toBeVisible();
  const everything = JSON.stringify(other.received.map(({ path, headers, body }) => [path, headers, body.toString()]));
  expect(everything).not.toContain(CANARY);
  expect(other.received.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});
