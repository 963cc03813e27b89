import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './app';
import { dropFile } from './drop';

const root = join(__dirname, '../..');
const run = promisify(execFile);
const SAMPLE = join(root, 'resources/sample/sparse-routing.pdf');

async function makePackage(...flags: string[]): Promise<void> {
  await run(process.execPath, ['scripts/package.mjs', '--dir', ...flags], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
}

test.describe('the packaged program', () => {
  test.skip(
    process.platform !== 'linux',
    'packages are driven on Linux; the other systems have no virtual display here',
  );

  test('does the main job', async ({ launch }) => {
    test.setTimeout(180_000);
    await makePackage('--inspectable');
    const app = await launch({ executable: join(root, 'dist/inspectable/linux-unpacked/plantain') });
    expect(await app.electron.evaluate(({ app }) => app.isPackaged)).toBe(true);
    await dropFile(app.page, SAMPLE);
    await expect(app.create.pageTick(8)).toBeVisible();
    await app.create.caption.fill('Drawn by the packaged program');
    await app.page.keyboard.press('Control+Enter');
    await expect(app.queue.state('Done')).toBeVisible({ timeout: 40_000 });
    await app.queue.picture.evaluate((image: HTMLImageElement) => image.decode());
  });

  test('has its fuses set', async () => {
    test.setTimeout(180_000);
    await makePackage();
    const program = join(root, 'dist/linux-unpacked/plantain');
    const { stdout } = await run(process.execPath, ['scripts/read-fuses.mjs', program], { cwd: root });
    const fuses = JSON.parse(stdout) as Record<string, string>;
    // only newer versions of Electron have it
    expect(fuses['GrantFileProtocolExtraPrivileges'] ?? 'off').toBe('off');
    expect(fuses).toMatchObject({
      RunAsNode: 'off',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableCookieEncryption: 'on',
      OnlyLoadAppFromAsar: 'on',
    });
    expect(existsSync(join(root, 'dist/linux-unpacked/resources/app.asar'))).toBe(true);
    expect(existsSync(join(root, 'dist/linux-unpacked/resources/default_app.asar'))).toBe(false);
  });

  // the package of the test before
  for (const refused of [
    '--remote-debugging-port=0',
    '-remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect=0',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--disable-web-security',
  ]) {
    test(`ends at once with ${refused}, and opens nothing`, async () => {
      const userData = await mkdtemp(join(tmpdir(), 'plantain-e2e-'));
      const env = { ...process.env, PLANTAIN_USER_DATA: userData };
      const child = spawn(join(root, 'dist/linux-unpacked/plantain'), ['--no-sandbox', '--demo', refused], { env });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const [code] = (await once(child, 'close')) as [number | null];
      expect(said).toContain(`plantain: --${refused.replace(/^-+/, '').replace(/=.*/, '')} is refused`);
      expect(said).not.toMatch(/listening on/);
      expect(code).toBe(1);
      expect(await readdir(userData)).toEqual([]);
      await rm(userData, { recursive: true });
    });
  }
});
