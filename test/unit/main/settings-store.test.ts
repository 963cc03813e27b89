import { expect, it, vi } from 'vitest';
import { DEFAULT_DEMO_SETTINGS, DEFAULT_SETTINGS, type Profile, type Settings } from '../../../src/shared/settings';
import { createSettingsStore, type SettingsStore } from '../../../src/main/settings-store';

function storeOn(stored: unknown, demoSpeed?: string) {
  const file = { read: () => stored, write: vi.fn<(settings: Settings) => void>(), moveAside: vi.fn() };
  const onChanged = vi.fn<(settings: Settings) => void>();
  const log = vi.fn<(message: string) => void>();
  const store: SettingsStore = createSettingsStore(file, { onChanged, log, demoSpeed });
  return { file, onChanged, log, store };
}

const profile: Profile = { id: 'p1', provider: 'paperbanana', name: 'Lab', baseUrl: 'https://a.example', role: 'user' };

it('has the defaults where there is no file yet', () => {
  const { store, file } = storeOn({});
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
  expect(file.moveAside).not.toHaveBeenCalled();
});

it('writes a change, tells of it, and keeps the rest', () => {
  const { store, file, onChanged } = storeOn({ profiles: [profile], theme: 'dark' });
  const changed = store.update({ locale: 'zh-CN' });
  expect(changed).toEqual({ ...DEFAULT_SETTINGS, profiles: [profile], theme: 'dark', locale: 'zh-CN' });
  expect(file.write).toHaveBeenCalledWith(changed);
  expect(onChanged).toHaveBeenCalledWith(changed);
});

it('replaces only the damaged keys, keeps the accounts, and moves the file aside', () => {
  const { store, file, log } = storeOn({ profiles: [profile], theme: 'pink', maxFileMegabytes: 'many' });
  expect(store.get()).toEqual({ ...DEFAULT_SETTINGS, profiles: [profile] });
  expect(file.moveAside).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledWith('settings damaged, defaults used for: theme, maxFileMegabytes');
});

it('uses the defaults where the file holds something else altogether', () => {
  expect(storeOn([1, 2]).store.get()).toEqual(DEFAULT_SETTINGS);
  expect(storeOn(null).store.get()).toEqual(DEFAULT_SETTINGS);
});

it('refuses to write what would not be read again', () => {
  const { store, file } = storeOn({});
  expect(() => store.update({ maxFileMegabytes: 0 })).toThrow();
  expect(file.write).not.toHaveBeenCalled();
  expect(store.get()).toEqual(DEFAULT_SETTINGS);
});

it('lets the environment set the demo’s speed, without writing it', () => {
  const { store, file } = storeOn({}, '0');
  expect(store.get().demo.speed).toBe(0);
  expect(store.update({ theme: 'dark' }).demo.speed).toBe(0);
  expect(file.write.mock.calls[0]?.[0].demo.speed).toBe(DEFAULT_SETTINGS.demo.speed);
});

it.each(['fast', '', '7', undefined])('ignores %s as a speed', (speed) => {
  expect(storeOn({}, speed).store.get().demo.speed).toBe(DEFAULT_SETTINGS.demo.speed);
});

it('reads demo settings from before failures could be aimed', () => {
  const { seed, speed, behaviour, failures } = DEFAULT_DEMO_SETTINGS;
  const { store, file } = storeOn({ demo: { speed, behaviour, failures, seed: seed + 1 } });
  expect(store.get().demo).toEqual({ ...DEFAULT_DEMO_SETTINGS, seed: seed + 1 });
  expect(file.moveAside).not.toHaveBeenCalled();
});
