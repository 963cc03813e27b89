import { expect, it } from 'vitest';
import { compareInterface } from '../../../src/shared/compare-interface';
import { ENDPOINTS } from '../../../src/shared/endpoints';
import { describeFields } from '../../../src/shared/fields';

const OURS = ENDPOINTS.filter(({ provider, credential }) => provider === 'bananadev' && credential.kind !== 'none');
const typeOf = (type: string): string => (type === 'json' || type === 'file' ? 'string' : type);

type Paths = Record<string, Record<string, Record<string, unknown>>>;

function openapi(): { openapi: string; paths: Paths } {
  const paths: Paths = {};
  for (const { path, method, input } of OURS) {
    const fields = describeFields(input);
    const body = fields.filter((field) => field.in === 'body');
    (paths[path] ??= {})[method.toLowerCase()] = {
      parameters: [
        ...fields
          .filter((field) => field.in !== 'body')
          .map(({ name, required, type }) => ({ name, required, schema: { type: typeOf(type) } })),
        { name: 'api_token', in: 'query', required: true },
      ],
      ...(body.length > 0 && {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                required: body.filter(({ required }) => required).map(({ name }) => name),
                properties: Object.fromEntries(body.map(({ name, type }) => [name, { type: typeOf(type) }])),
              },
            },
          },
        },
      }),
    };
  }
  return { openapi: '3.0.3', paths };
}

it('finds no differences in a document that says what the catalogue says', () => {
  expect(compareInterface(openapi(), ENDPOINTS)).toEqual([]);
  expect(compareInterface({ data: openapi() }, ENDPOINTS)).toEqual([]);
});

it('names endpoints that are new or gone', () => {
  const document = openapi();
  document.paths['/v1/logs'] = { get: {} };
  delete document.paths['/v1/usage'];
  expect(compareInterface(document, ENDPOINTS)).toEqual([
    { kind: 'new', method: 'GET', path: '/v1/logs', detail: { code: 'endpoint' } },
    { kind: 'gone', method: 'GET', path: '/v1/usage', detail: { code: 'endpoint' } },
  ]);
});

it('names fields that are new, gone or of another type', () => {
  const document = openapi();
  document.paths['/v1/check'] = {
    post: {
      parameters: [],
      requestBody: {
        content: {
          'application/json': {
            schema: { required: ['id', 'wait'], properties: { id: { type: 'integer' }, wait: { type: 'boolean' } } },
          },
        },
      },
    },
  };
  expect(compareInterface(document, ENDPOINTS)?.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['changed', { code: 'type', field: 'id', there: 'integer', here: 'string' }],
    ['new', { code: 'field', field: 'wait', there: 'boolean' }],
    ['gone', { code: 'field', field: 'modelKey', here: 'string' }],
  ]);
});

it('reads the older definition, where path fields travel in the query', () => {
  const endpoints = OURS.map(({ method, path, legacyPath, input }) => ({
    method,
    path: (legacyPath ?? path).replace(/\?.*$/, ''),
    params: describeFields(input).map(({ name, type, required }) => ({ name, type: typeOf(type), required })),
  }));
  expect(compareInterface({ provider: 'bananadev', endpoints }, ENDPOINTS)).toEqual([]);
});

it('finds methods and paths wherever an older definition has them, and fields by their names', () => {
  const fields = { id: { type: 'string', required: true }, modelKey: { type: 'string' }, wait: {} };
  const document = { data: [{ group: { check: { method: 'post', path: '/v1/check', params: fields } } }], note: 'x' };
  const changes = compareInterface(document, ENDPOINTS)?.filter(({ kind }) => kind !== 'gone');
  expect(changes).toEqual([
    { kind: 'changed', method: 'POST', path: '/v1/check', detail: { code: 'optional', field: 'modelKey' } },
    { kind: 'new', method: 'POST', path: '/v1/check', detail: { code: 'field', field: 'wait', there: 'string' } },
  ]);
});

it('is not led astray by a document that has no end', () => {
  const document: Record<string, unknown> = { method: 'sometimes', path: '/v1/check' };
  document['again'] = document;
  expect(compareInterface(document, ENDPOINTS)).toBeUndefined();
});

it('makes no claims about fields that a document leaves out', () => {
  const document = openapi();
  document.paths['/v1/start'] = { post: { requestBody: {} } };
  expect(compareInterface(document, ENDPOINTS)).toEqual([]);
});

it('takes no other document for a description', () => {
  for (const document of [null, [], 'words', { hello: 1 }])
    expect(compareInterface(document, ENDPOINTS)).toBeUndefined();
});
