import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, expect, type ElectronApplication, type Page } from '@playwright/test';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/settings';
import { CreatePage } from './pages/create-page';
import { QueuePage } from './pages/queue-page';

interface LaunchOptions {
  /** Starts with `--demo`. Default true. */
  demo?: boolean;
  /** Written to settings.json before the first start. */
  settings?: Partial<Settings>;
  /** Further environment, e.g. PLANTAIN_DEMO_SPEED. */
  env?: Record<string, string>;
  /** The folder of an earlier launch: the same user starts the program again. */
  userData?: string;
  executable?: string;
  /** The test provokes errors in the window on purpose; else one that it reports fails the test. */
  errorsExpected?: boolean;
}

/** One running program with a folder of its own. */
export interface App {
  electron: ElectronApplication;
  page: Page;
  userData: string;
  create: CreatePage;
  queue: QueuePage;
  /** What the page reported as an error, unless that was expected. */
  errors: readonly string[];
  /** Closes as a user does: the window's close button. */
  close(): Promise<void>;
  /** SIGKILL, as when the power goes. */
  kill(): Promise<void>;
}

const root = join(__dirname, '../..');

/** Electron's sandbox refuses root; everybody else keeps it. */
const sandboxFlags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function start(options: LaunchOptions): Promise<App> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'plantain-e2e-')));
  if (options.settings && !options.userData) {
    await mkdir(userData, { recursive: true });
    await writeFile(join(userData, 'settings.json'), JSON.stringify({ ...DEFAULT_SETTINGS, ...options.settings }));
  }
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const args = [...sandboxFlags, ...(options.executable ? [] : [root]), ...(options.demo === false ? [] : ['--demo'])];
  const electron = await _electron.launch({
    args,
    env: { ...env, LANG: 'en_US.UTF-8', PLANTAIN_DEMO_SPEED: '0', ...options.env, PLANTAIN_USER_DATA: userData },
    ...(options.executable && { executablePath: options.executable }),
  });
  const page = await electron.firstWindow();
  const errors: string[] = [];
  if (!options.errorsExpected) {
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  }
  await page.locator('html[data-settled]').waitFor();
  return {
    electron,
    page,
    userData,
    create: new CreatePage(page),
    queue: new QueuePage(page),
    errors,
    async close() {
      await electron.close();
    },
    async kill() {
      const child = electron.process();
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** `launch` starts the program and ends it after the test; folders are removed where the test passed. */
export const test = base.extend<{ launch: (options?: LaunchOptions) => Promise<App> }>({
  launch: async ({}, use, testInfo) => {
    const apps: App[] = [];
    await use(async (options = {}) => {
      const app = await start(options);
      apps.push(app);
      return app;
    });
    for (const [index, app] of apps.entries()) {
      if (testInfo.status !== testInfo.expectedStatus)
        await app.page.screenshot({ path: testInfo.outputPath(`window-${index}.png`) }).catch(() => undefined);
      await app.close().catch(() => undefined);
    }
    const errors = apps.flatMap((app) => app.errors);
    for (const folder of new Set(apps.map((app) => app.userData))) {
      if (testInfo.status !== testInfo.expectedStatus) {
        const log = await readFile(join(folder, 'logs/main.log'), 'utf8').catch(() => 'no log');
        await testInfo.attach('main.log', { body: log, contentType: 'text/plain' });
      }
      await rm(folder, { recursive: true, force: true });
    }
    expect(errors, 'errors that the window reported').toEqual([]);
  },
});

/** One window for all tests of a file, which take what the ones before have left; after a failure a new one. */
export function oneWindow(options: LaunchOptions = {}): () => App {
  let app: App | undefined;
  const shown = (): App => {
    if (!app) throw new Error('the window is there only while tests run');
    return app;
  };
  test.beforeAll(async () => {
    app = await start(options);
  });
  test.afterEach(async ({}, testInfo) => {
    if (testInfo.status !== testInfo.expectedStatus)
      await shown()
        .page.screenshot({ path: testInfo.outputPath('window.png') })
        .catch(() => undefined);
    expect(shown().errors, 'errors that the window reported').toEqual([]);
  });
  test.afterAll(async () => {
    const { userData, close } = shown();
    await close().catch(() => undefined);
    await rm(userData, { recursive: true, force: true });
  });
  return shown;
}

export { expect };
