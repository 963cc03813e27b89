import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
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
    expect(JSON.parse(stdout)).toMatchObject({
      RunAsNode: 'off',
      EnableNodeOptionsEnvironmentVariable: 'off',
      EnableNodeCliInspectArguments: 'off',
      EnableCookieEncryption: 'on',
      OnlyLoadAppFromAsar: 'on',
    });
    expect(existsSync(join(root, 'dist/linux-unpacked/resources/app.asar'))).toBe(true);
    expect(existsSync(join(root, 'dist/linux-unpacked/resources/default_app.asar'))).toBe(false);
  });
});
