import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLaunch } from '../../../src/main/launch';
import { temporaryFolder } from '../../support/temporary-folder';

function settingsFile(text: string): string {
  const file = join(temporaryFolder(), 'settings.json');
  writeFileSync(file, text);
  return file;
}

it('is a first run where no mode was chosen yet', () => {
  expect(readLaunch('/nowhere/settings.json', [], ['en-GB'])).toEqual({
    locale: 'en',
    mode: 'live',
    theme: 'system',
    first: true,
  });
});

it('reads mode, theme and language from the settings', () => {
  const file = settingsFile('{"mode":"demo","theme":"dark","locale":"zh-CN"}');
  expect(readLaunch(file, [], ['en'])).toEqual({ locale: 'zh-CN', mode: 'demo', theme: 'dark', first: false });
});

it('opens the demo, and no welcome, with --demo', () => {
  expect(readLaunch(settingsFile('{"mode":"live"}'), ['.', '--demo'], ['en'])).toMatchObject({
    mode: 'demo',
    first: false,
  });
  expect(readLaunch('/nowhere/settings.json', ['--demo'], ['en'])).toMatchObject({ mode: 'demo', first: false });
});

it('speaks the system’s language where none is set', () => {
  expect(readLaunch('/nowhere', [], ['de-DE', 'zh-TW']).locale).toBe('zh-CN');
  expect(readLaunch('/nowhere', [], ['de-DE']).locale).toBe('en');
});

it('falls back to the defaults where the file is damaged or odd', () => {
  for (const text of ['{"mode":', '[]', 'null', '{"mode":"x","theme":7,"locale":"tlh"}']) {
    expect(readLaunch(settingsFile(text), [], ['en'])).toMatchObject({ locale: 'en', theme: 'system', first: true });
  }
});
