import { expect, it } from 'vitest';
import { groupEndpoints, shownAddress } from '../../../../src/renderer/create/endpoint-groups';
import { ENDPOINTS } from '../../../../src/shared/endpoints/index';

const groups = (query: string) => groupEndpoints(ENDPOINTS, query, ({ id, method, path }) => `${id} ${method} ${path}`);
const ids = (query: string): string[] =>
  groups(query).flatMap(({ sections }) => sections.flatMap(({ endpoints }) => endpoints.map(({ id }) => id)));

it('lists every endpoint once', () => {
  expect(ids('').sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
});

it('puts what people come for first and what the program does by itself last', () => {
  const [paperbanana, bananahub, bananadev] = groups('');
  expect(paperbanana?.sections.map(({ group }) => group)).toEqual(['create', 'server', 'admin', 'plumbing']);
  expect(bananahub?.sections.map(({ family }) => family)).toEqual([
    'NanoBanana Pro',
    'NanoBanana 2',
    'NanoBanana',
    undefined,
  ]);
  expect(bananadev?.sections.map(({ group }) => group)).toEqual(['create', 'models', 'server', 'plumbing']);
});

it('finds by all words, whatever their case, in every group', () => {
  expect(ids('POST pdf')).toEqual(['paperbanana.generateFromPdf']);
  expect(ids('get PDF')).toEqual([]);
  expect(ids('delete')).toEqual(['paperbanana.deleteKey']);
  expect(ids('get tasks image')).toEqual(['paperbanana.taskImage']);
});

it('has no group without endpoints', () => {
  expect(groupEndpoints(ENDPOINTS, 'nothing like it', ({ id }) => id)).toEqual([]);
});

it('shows an absolute address without its scheme', () => {
  expect(shownAddress({ method: 'GET', path: 'https://backend.example/x/openapi' })).toBe(
    'GET backend.example/x/openapi',
  );
  expect(shownAddress({ method: 'POST', path: '/v1/run' })).toBe('POST /v1/run');
});
