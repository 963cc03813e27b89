import { ENDPOINTS } from '../../src/shared/endpoints';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import { describeFields } from '../../src/shared/fields';
import type { FieldDescription } from '../../src/shared/fields';

/** What the documents describe: all but the two addresses that they lie at. */
const DESCRIBED = ENDPOINTS.filter(
  ({ provider, credential }) => provider === 'bananadev' && credential.kind !== 'none',
);

const CATEGORIES: Record<string, string> = { create: 'Runs', plumbing: 'Runs', models: 'Models', server: 'Account' };
const categoryOf = (endpoint: Endpoint): string =>
  endpoint.path.endsWith('/deploy') ? 'Deployment' : (CATEGORIES[endpoint.group] ?? 'Account');

const SUMMARIES: Record<string, string> = {
  'bananadev.start': 'Start a new inference run',
  'bananadev.check': 'Check the status of a running inference job',
  'bananadev.run': 'Start a run and wait for it to complete',
  'bananadev.listModels': 'List all models in your account',
  'bananadev.getModel': 'Get detailed information about a specific model',
  'bananadev.account': 'Get account information',
  'bananadev.usage': 'Get usage statistics',
  'bananadev.deploy': 'Deploy a new model or update an existing model deployment',
};
const summaryOf = ({ id }: Endpoint): string => SUMMARIES[id] ?? id;

const jsonType = ({ type }: FieldDescription): string => (type === 'file' || type === 'json' ? 'string' : type);

function schemaOf(field: FieldDescription): Record<string, unknown> {
  return {
    type: jsonType(field),
    ...(field.allowed && { enum: field.allowed }),
    ...(field.serverDefault !== undefined && { default: field.serverDefault }),
  };
}

function operationOf(endpoint: Endpoint): Record<string, unknown> {
  const fields = describeFields(endpoint.input);
  const body = fields.filter((field) => field.in === 'body');
  const token = { name: 'api_token', in: 'query', required: true, schema: { type: 'string' } };
  const parameters = fields
    .filter((field) => field.in !== 'body')
    .map((field) => ({ name: field.name, in: field.in, required: field.required, schema: schemaOf(field) }));
  return {
    operationId: endpoint.id.replace(/^.*\./, ''),
    summary: summaryOf(endpoint),
    tags: [categoryOf(endpoint)],
    parameters: [...parameters, token],
    ...(body.length > 0 && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: body.filter(({ required }) => required).map(({ name }) => name),
              properties: Object.fromEntries(body.map((field) => [field.name, schemaOf(field)])),
            },
          },
        },
      },
    }),
    responses: { 200: { description: 'Success' } },
  };
}

/** The OpenAPI document, made from the catalogue: so it says what this program knows. */
export function openapiDocument(server: string): Record<string, unknown> {
  const paths = [...new Set(DESCRIBED.map(({ path }) => path))];
  return {
    openapi: '3.0.3',
    info: { title: 'Banana.dev', version: '1.0.0', description: 'Banana.dev through LowCodeAPI' },
    servers: [{ url: server }],
    paths: Object.fromEntries(
      paths.map((path) => [
        path,
        Object.fromEntries(
          DESCRIBED.filter((endpoint) => endpoint.path === path).map((endpoint) => [
            endpoint.method.toLowerCase(),
            operationOf(endpoint),
          ]),
        ),
      ]),
    ),
  };
}

/** The older definition: a flat list, path fields moved into the query. */
export function definitionDocument(server: string): Record<string, unknown> {
  return {
    provider: 'bananadev',
    name: 'Banana.dev',
    base_url: server,
    auth: { type: 'query', name: 'api_token' },
    endpoints: DESCRIBED.map((endpoint) => {
      const fields = describeFields(endpoint.input).map((field) => ({
        name: field.name,
        in: field.in === 'path' ? 'query' : field.in,
        type: jsonType(field),
        required: field.required,
      }));
      return {
        method: endpoint.method,
        category: categoryOf(endpoint),
        path: (endpoint.legacyPath ?? endpoint.path).replace(/\?.*$/, ''),
        description: summaryOf(endpoint),
        params: fields,
      };
    }),
  };
}
