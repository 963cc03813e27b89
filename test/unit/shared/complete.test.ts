import { afterAll, expect, it, vi } from 'vitest';
import { codeSample, SAMPLE_LANGUAGES } from '../../../src/shared/code-sample/code-sample';
import { ENDPOINTS, requireEndpoint } from '../../../src/shared/endpoints';
import { describeFields } from '../../../src/shared/fields';
import { CATALOGUES } from '../../../src/shared/i18n/catalogue';
import { endpointKey, LOCALES } from '../../../src/shared/i18n/locale';
import { DEFAULT_BASE_URLS } from '../../../src/shared/settings';
import { buildRequest } from '../../../src/shared/wire-request';
import { FORM_CASES } from '../../support/form-cases';
import { createMockWorld } from '../../support/mock-world';
import { askMock } from '../../support/ask-mock';

vi.stubGlobal('window', { location: { search: '' }, plantain: { on: () => () => undefined } });
vi.stubGlobal('localStorage', { getItem: () => null });
afterAll(() => {
  vi.unstubAllGlobals();
});
const { entryOf } = await import('../../../src/renderer/forms/registry');
const { RESULT_VIEWS } = await import('../../../src/renderer/results/registry');

/** What every endpoint needs before it is done, beside its declaration: each names what is missing, or nothing. */
const PARTS: Record<string, (id: string) => string[]> = {
  'a control for every field': (id) =>
    describeFields(requireEndpoint(id).input)
      .filter((field) => !entryOf(field).component)
      .map(({ name }) => name),

  'a view of its result': (id) => (RESULT_VIEWS[requireEndpoint(id).view] ? [] : [requireEndpoint(id).view]),

  'words in every language': (id) =>
    LOCALES.flatMap((locale) => {
      const { endpoints, fields } = CATALOGUES[locale] as unknown as Record<
        string,
        Record<string, Record<string, string>>
      >;
      const own = endpoints?.[endpointKey(id)];
      const parts = ['title', 'summary', 'action'].filter((part) => !own?.[part]?.trim());
      const labels = describeFields(requireEndpoint(id).input).filter(({ name }) => !fields?.[name]?.['label']?.trim());
      return [...parts, ...labels.map(({ name }) => name)].map((missing) => `${locale}: ${missing}`);
    }),

  'a title in the history': (id) => {
    const { historyTitle, example } = requireEndpoint(id);
    // one that has nothing to tell itself apart by is called as its endpoint
    const titles = [historyTitle(example), historyTitle({})];
    return titles.some((title) => title !== undefined && (title.trim() === '' || title.length > 200))
      ? ['a fit title']
      : [];
  },

  'code in every language': (id) => {
    const endpoint = requireEndpoint(id);
    const request = buildRequest(endpoint, endpoint.example, DEFAULT_BASE_URLS[endpoint.provider]);
    const address = new URL(request.url);
    return SAMPLE_LANGUAGES.filter((language) => {
      const { code } = codeSample(language, endpoint, request);
      return (
        !code.includes(address.host) || (endpoint.method !== 'GET' && !code.toUpperCase().includes(endpoint.method))
      );
    });
  },

  'a row in the window test of every form': (id) => {
    const row = FORM_CASES[id];
    if (!row) return ['row'];
    const required = describeFields(requireEndpoint(id).input).filter((field) => field.required);
    const missing = required.filter(({ name }) => row.values[name] === undefined).map(({ name }) => name);
    return requireEndpoint(id).job || row.seen ? missing : [...missing, 'what is seen'];
  },
};

it.each(ENDPOINTS.flatMap(({ id }) => Object.keys(PARTS).map((part) => [id, part] as const)))(
  '%s has %s',
  (id, part) => {
    expect(PARTS[part]?.(id)).toEqual([]);
  },
);

it.each(ENDPOINTS.map(({ id }) => id))('%s has an answer of the demo server', async (id) => {
  const endpoint = requireEndpoint(id);
  const response = await askMock(createMockWorld({ speed: 0 }).mock, endpoint, endpoint.example);
  expect(response.status).toBe(endpoint.answer.status);
});

it('has no row for a form that does not exist', () => {
  expect(Object.keys(FORM_CASES).sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
});
