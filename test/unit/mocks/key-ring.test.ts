import { expect, it } from 'vitest';
import { createKeyRing } from '../../../mocks/key-ring';
import { DEFAULT_DEMO_SETTINGS } from '../../../src/shared/settings';

function world(quota: number | null) {
  let settings = { ...DEFAULT_DEMO_SETTINGS, failures: { ...DEFAULT_DEMO_SETTINGS.failures, quota } };
  const set = (next: number | null): void => {
    settings = { ...settings, failures: { ...settings.failures, quota: next } };
  };
  return { keys: createKeyRing('pb_right', () => settings), set };
}

it('has 100 units and loses one at each charge', () => {
  const { keys } = world(null);
  keys.charge();
  expect(keys.remaining()).toBe(99);
});

it('counts the quota of the controls from the moment it is set', () => {
  const { keys, set } = world(null);
  keys.charge();
  set(2);
  keys.charge();
  expect(keys.remaining()).toBe(1);
  keys.charge();
  expect(keys.remaining()).toBe(0);
  set(5);
  expect(keys.remaining()).toBe(5);
});

it.each([
  [null, 'missing'],
  ['Basic cGI6', 'missing'],
  ['Bearer pb_wrong', 'unknown'],
  ['Bearer pb_right', undefined],
])('reads the header %j as %s', (header, problem) => {
  expect(world(null).keys.problemOf(header)).toBe(problem);
});

it('tells a disabled key from a deleted one', () => {
  const { keys } = world(null);
  keys.configure({ active: false });
  expect(keys.problemOf('Bearer pb_right')).toBe('disabled');
  keys.configure({ known: false });
  expect(keys.problemOf('Bearer pb_right')).toBe('unknown');
});
