import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../../src/shared/app-error';
import { ENDPOINTS } from '../../../src/shared/endpoints';
import { describeFields } from '../../../src/shared/fields';
import { CATALOGUES } from '../../../src/shared/i18n/catalogue';
import { endpointKey, LOCALES, matchLocale } from '../../../src/shared/i18n/locale';
import { JOB_EVENT_KINDS, JOB_STATES } from '../../../src/shared/job';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(prefix + key, value);
    else for (const [name, text] of flatten(value, `${prefix}${key}.`)) texts.set(name, text);
  }
  return texts;
}

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
const english = flatten(CATALOGUES.en);

it.each(LOCALES)('%s has every key of every other language', (locale) => {
  expect([...flatten(CATALOGUES[locale]).keys()].sort()).toEqual([...english.keys()].sort());
});

it('has no empty Chinese text where the English one says something', () => {
  const chinese = flatten(CATALOGUES['zh-CN']);
  expect([...english].filter(([key, text]) => text !== '' && chinese.get(key) === '').map(([key]) => key)).toEqual([]);
});

it('names the same placeholders in both languages', () => {
  const chinese = flatten(CATALOGUES['zh-CN']);
  for (const [key, text] of english) {
    // a singular may say "once" where another language counts
    if (key.endsWith('_one')) continue;
    expect(placeholders(chinese.get(key) ?? ''), key).toEqual(placeholders(text));
  }
});

it('has title, what happened and what next for every error code', () => {
  for (const code of ERROR_CODES)
    for (const part of ['title', 'happened', 'next'])
      expect(english.has(`errors.${code}.${part}`), `${code}.${part}`).toBe(true);
});

it('names every endpoint and every field', () => {
  for (const endpoint of ENDPOINTS) {
    for (const part of ['title', 'summary', 'action'])
      expect(english.has(`endpoints.${endpointKey(endpoint.id)}.${part}`), endpoint.id).toBe(true);
    for (const { name } of describeFields(endpoint.input)) expect(english.has(`fields.${name}.label`), name).toBe(true);
  }
});

it('has words for every state and event of a job', () => {
  for (const state of JOB_STATES) expect(english.has(`jobs.state.${state}`), state).toBe(true);
  for (const kind of JOB_EVENT_KINDS)
    expect(english.has(`jobs.event.${kind}`) || english.has(`jobs.event.${kind}_other`), kind).toBe(true);
});

it.each([
  [['zh-Hans-CN', 'en'], 'zh-CN'],
  [['de', 'zh-TW'], 'zh-CN'],
  [['en-GB'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('matches the system languages %j with %s', (preferred, locale) => {
  expect(matchLocale(preferred)).toBe(locale);
});
