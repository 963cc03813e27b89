import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { lookUp } from '../../../src/renderer/i18n';
import { en } from '../../../src/shared/i18n/en/all';

beforeAll(() => i18next.init({ lng: 'en', resources: { en: { translation: en } } }));

it('finds a text that has a plural by its bare key and a count', () => {
  expect(lookUp('accounts.meterSpent', { count: 1 })).toBe('unit used here');
  expect(lookUp('accounts.meterSpent', { count: 7 })).toBe('units used here');
});

it('has nothing for a key that the catalogue does not know', () => {
  expect(lookUp('accounts.nobody', { count: 1 })).toBeUndefined();
});
