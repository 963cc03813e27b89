import { expect, it } from 'vitest';
import { createKeyRing } from '../../../mocks/key-ring';
import type { ApiKey } from '../../../mocks/key-ring';
import { DEFAULT_DEMO_SETTINGS } from '../../../src/shared/settings';

const use = { taskId: 't', endpoint: 'generate', at: '2026-01-15T09:00:00+00:00' };

const keyOf = (key: string, quota: number | null = 100): ApiKey => ({
  key,
  name: key,
  quota_remaining: quota,
  quota_total: quota,
  total_used: 0,
  active: true,
  created_at: '2026-01-05T08:00:00+00:00',
  webhook_url: null,
  webhook_secret: null,
  usage_log: [],
});

function world(quota: number | null = null) {
  let settings = { ...DEFAULT_DEMO_SETTINGS, failures: { ...DEFAULT_DEMO_SETTINGS.failures, quota } };
  const set = (next: number | null): void => {
    settings = { ...settings, failures: { ...settings.failures, quota: next } };
  };
  const keys = createKeyRing('pb_right', () => settings);
  keys.reset([keyOf('pb_right'), keyOf('pb_abcdef0001'), keyOf('pb_abcdef0002', null)]);
  const own = (): ApiKey => keys.list().find(({ key }) => key === 'pb_right')!;
  return { keys, set, own };
}

it('has 100 units, loses one at each charge, and logs what it went to', () => {
  const { keys, own } = world();
  keys.charge(own(), use);
  keys.charge(own(), { ...use, taskId: 'u' });
  expect(keys.remaining(own())).toBe(98);
  expect(own()).toMatchObject({ total_used: 2, quota_total: 100, usage_log: [{ task_id: 'u' }, { task_id: 't' }] });
});

it('counts the quota of the controls from the moment it is set', () => {
  const { keys, set, own } = world();
  keys.charge(own(), use);
  set(2);
  keys.charge(own(), use);
  expect(keys.remaining(own())).toBe(1);
  keys.charge(own(), use);
  expect(keys.remaining(own())).toBe(0);
  set(5);
  expect(keys.remaining(own())).toBe(5);
});

it('never counts down a key without limit', () => {
  const { keys } = world();
  const key = keys.find('pb_abcdef0002')!;
  keys.charge(key, use);
  expect([keys.remaining(key), key.quota_remaining]).toEqual([Infinity, null]);
});

it.each([
  [null, 'missing'],
  ['Basic cGI6', 'missing'],
  ['Bearer pb_wrong', 'unknown'],
])('reads the header %j as %s', (header, problem) => {
  expect(world().keys.read(header)).toBe(problem);
});

it('knows every key of its own', () => {
  expect(world().keys.read('Bearer pb_right')).toMatchObject({ key: 'pb_right' });
  expect(world().keys.read('Bearer pb_abcdef0001')).toMatchObject({ key: 'pb_abcdef0001' });
});

it('tells a disabled key from a deleted one', () => {
  const { keys } = world();
  keys.configure({ active: false });
  expect(keys.read('Bearer pb_right')).toBe('disabled');
  keys.configure({ known: false });
  expect(keys.read('Bearer pb_right')).toBe('unknown');
});

it('finds a key by itself or by a beginning that is its alone', () => {
  const { keys } = world();
  expect(keys.find('pb_abcdef0001')?.name).toBe('pb_abcdef0001');
  expect(keys.find('pb_abcdef000...')).toBeUndefined();
  keys.remove(keys.find('pb_abcdef0002')!);
  expect(keys.find('pb_abcdef000...')?.name).toBe('pb_abcdef0001');
  expect(keys.find('pb_...')).toBeUndefined();
});
