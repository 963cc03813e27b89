import { execFile, type ChildProcess } from 'node:child_process';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
  /** Further words on the command line, e.g. Chromium's. */
  args?: readonly string[];
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
  const args = [
    ...sandboxFlags,
    ...(options.args ?? []),
    ...(options.executable ? [] : [root]),
    ...(options.demo === false ? [] : ['--demo']),
  ];
  const electron = await _electron.launch({
    args,
    env: { ...env, LANG: 'en_US.UTF-8', PLANTAIN_DEMO_SPEED: '0', ...options.env, PLANTAIN_USER_DATA: userData },
    ...(options.executable && { executablePath: options.executable }),
  });
  // the driver names it only while it runs
  const child = electron.process();
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
    close: () => closeProgram(electron, child),
    async kill() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** ms in which a program that was asked to end has to; it waits for 3 s at most itself. */
const END_LIMIT = 20_000;
/** ms that what it has started may outlive it. */
const AFTER_LIMIT = 2000;

/**
 * Asks the program to end and waits until its process has. The driver waits for its pipes as well, and a child that
 * outlives it by a moment may hold them: for ever, where that child hangs while it ends.
 */
async function closeProgram(electron: ElectronApplication, child: ChildProcess): Promise<void> {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const gone = ended ? Promise.resolve() : new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const closed = electron.close().then(
    () => 'closed',
    () => 'closed',
  );
  const inTime = await Promise.race([closed, gone.then(() => 'ended'), wait(END_LIMIT)]);
  if (inTime === 'closed') return;
  if (inTime && (await Promise.race([closed, wait(AFTER_LIMIT)]))) return;
  const left = await promisify(execFile)('ps', ['-o', 'pid,stat,wchan:24,args', '-g', String(child.pid)]).then(
    ({ stdout }) => stdout.replace(/^(.{200}).*$/gm, '$1'),
    () => 'nothing',
  );
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // the last of the group has ended meanwhile
  }
  if (!inTime) throw new Error(`the program did not end; what was left of it:\n${left}`);
  console.log(`outlived the program:\n${left}`);
}

function wait(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined));
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
    const unended: string[] = [];
    for (const [index, app] of apps.entries()) {
      if (testInfo.status !== testInfo.expectedStatus)
        await app.page.screenshot({ path: testInfo.outputPath(`window-${index}.png`) }).catch(() => undefined);
      await app.close().catch((error: unknown) => unended.push(String(error)));
    }
    const errors = [...apps.flatMap((app) => app.errors), ...unended];
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
