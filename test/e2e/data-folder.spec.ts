import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

test('a folder that can’t be written is said in words, and nothing starts', async () => {
  test.skip(process.platform !== 'linux', '/proc is Linux’s');
  const executable = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? 'none', 'electron');
  const started = spawn(executable, ['--no-sandbox', join(__dirname, '../..')], {
    env: { ...process.env, PLANTAIN_USER_DATA: '/proc/plantain', LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  });
  let said = '';
  started.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = (await once(started, 'close')) as [number | null];
  expect(said).toContain('plantain: Plantain can’t write its folder: /proc/plantain can’t be made or written (ENOENT)');
  expect(code).toBe(1);
});
