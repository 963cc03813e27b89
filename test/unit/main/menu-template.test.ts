import { expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../src/main/menu-template';
import { createTranslate } from '../../../src/main/translate';

type Item = ReturnType<typeof menuTemplate>[number];

function items(locale: 'en' | 'zh-CN', platform: NodeJS.Platform, development = false) {
  const actions = { navigate: vi.fn(), command: vi.fn(), showLog: vi.fn(), showAbout: vi.fn() };
  const template = menuTemplate({ t: createTranslate(locale), actions, platform, development });
  const flat = (list: Item[]): Item[] =>
    list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  return { actions, all: flat(template).filter((item) => item.type !== 'separator') };
}

it.each(['linux', 'win32', 'darwin'] as const)('has a label for every item in both languages on %s', (platform) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    for (const item of items(locale, platform, true).all) expect(item.label).toMatch(/^(?!main\.)./);
  }
});

it('speaks Chinese', () => {
  expect(items('zh-CN', 'linux').all.map((item) => item.label)).toContain('打开 PDF…');
});

it('opens a PDF and the settings by their shortcuts', () => {
  const { all, actions } = items('en', 'linux');
  const press = (accelerator: string): unknown =>
    (all.find((item) => item.accelerator === accelerator)?.click as (() => void) | undefined)?.();
  press('CmdOrCtrl+O');
  press('CmdOrCtrl+,');
  expect(actions.command).toHaveBeenCalledWith('open-pdf');
  expect(actions.navigate).toHaveBeenCalledWith('settings');
});

it('has no shortcut twice, and none that submits', () => {
  const shortcuts = items('en', 'linux', true).all.flatMap((item) => item.accelerator ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
  expect(shortcuts.filter((shortcut) => /enter|return/i.test(shortcut))).toEqual([]);
});

it('offers the developer tools while developing only', () => {
  expect(items('en', 'linux').all.some((item) => item.role === 'toggleDevTools')).toBe(false);
  expect(items('en', 'linux', true).all.some((item) => item.role === 'toggleDevTools')).toBe(true);
});
