import { expect, it } from 'vitest';
import { groupEndpoints } from '../../../../src/renderer/create/endpoint-groups';
import { ENDPOINTS } from '../../../../src/shared/endpoints/index';

const ids = (query: string): string[] =>
  groupEndpoints(ENDPOINTS, query, ({ id, method, path }) => `${id} ${method} ${path}`).flatMap(({ endpoints }) =>
    endpoints.map(({ id }) => id),
  );

it('lists what a person calls, and none of the plumbing', () => {
  expect(ids('')).toContain('paperbanana.generateFromPdf');
  expect(ids('')).not.toContain('paperbanana.task');
});

it('finds by all words, whatever their case', () => {
  expect(ids('POST pdf')).toEqual(['paperbanana.generateFromPdf']);
  expect(ids('get PDF')).toEqual([]);
});

it('has no group without endpoints', () => {
  expect(groupEndpoints(ENDPOINTS, 'nothing like it', ({ id }) => id)).toEqual([]);
});
