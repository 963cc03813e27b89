import type { Endpoint } from './endpoints/endpoint';
import { describeFields, type FieldDescription } from './fields';

/** What differs, as a code with its words under `results.definition.detail.<code>`. */
export interface InterfaceDetail {
  code: 'endpoint' | 'field' | 'required' | 'optional' | 'type';
  field?: string;
  /** Of the field, as the document says it and as this program has it. */
  there?: string;
  here?: string;
}

export interface InterfaceDifference {
  kind: 'new' | 'gone' | 'changed';
  method: string;
  path: string;
  detail: InterfaceDetail;
}

interface DescribedField {
  name: string;
  type: string | undefined;
  required: boolean;
}
interface DescribedEndpoint {
  method: string;
  path: string;
  /** Undefined where the document tells nothing of them. */
  fields: DescribedField[] | undefined;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** The credential is no field of a form. */
const CREDENTIALS = new Set(['api_token', 'authorization']);

const fieldOf = (name: string, type: unknown, required: boolean): DescribedField => ({
  name,
  type: textOf(type),
  required,
});

/** The schema of a request's JSON body, a reference followed once. */
function bodySchema(operation: Json, document: Json): Json | undefined {
  const body = operation['requestBody'];
  const content = isObject(body) && isObject(body['content']) ? Object.values(body['content'])[0] : undefined;
  const schema = isObject(content) ? content['schema'] : undefined;
  if (!isObject(schema)) return undefined;
  const reference = textOf(schema['$ref']);
  if (reference === undefined) return schema;
  let target: unknown = document;
  for (const step of reference.replace(/^#\//, '').split('/')) target = isObject(target) ? target[step] : undefined;
  return isObject(target) ? target : undefined;
}

function operationFields(operation: Json, shared: unknown, document: Json): DescribedField[] | undefined {
  const parameters = [...objects(shared), ...objects(operation['parameters'])].map((parameter) =>
    fieldOf(
      textOf(parameter['name']) ?? '',
      isObject(parameter['schema']) ? parameter['schema']['type'] : parameter['type'],
      parameter['required'] === true,
    ),
  );
  const schema = bodySchema(operation, document);
  const hasBody = operation['requestBody'] !== undefined;
  // a body without a schema says nothing of its fields
  if (hasBody && !(schema && isObject(schema['properties']))) return undefined;
  const required: unknown[] = schema && Array.isArray(schema['required']) ? schema['required'] : [];
  const properties = schema && isObject(schema['properties']) ? Object.entries(schema['properties']) : [];
  return [
    ...parameters,
    ...properties.map(([name, property]) =>
      fieldOf(name, isObject(property) ? property['type'] : undefined, required.includes(name)),
    ),
  ];
}

function readOpenapi(document: unknown): DescribedEndpoint[] | undefined {
  if (!isObject(document)) return undefined;
  const paths = document['paths'];
  // this provider wraps its answers in `data`, and may do so with its description
  if (!isObject(paths)) return readOpenapi(document['data']);
  return Object.entries(paths).flatMap(([path, item]) =>
    isObject(item)
      ? METHODS.flatMap((method) => {
          const operation = item[method];
          if (!isObject(operation)) return [];
          const fields = operationFields(operation, item['parameters'], document);
          return [{ method: method.toUpperCase(), path, fields }];
        })
      : [],
  );
}

const DEEPEST = 12;

/** Whatever has a method and a path, wherever in the document it stands: the older form is described nowhere. */
function operationsIn(value: unknown, depth = 0): Json[] {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return [];
  if (isObject(value) && METHODS.includes(textOf(value['method'])?.toLowerCase() ?? '') && textOf(value['path']))
    return [value];
  return Object.values(value).flatMap((inner) => operationsIn(inner, depth + 1));
}

/** A list of fields, or fields by their names; undefined where there is neither. */
function definedFields(params: unknown): DescribedField[] | undefined {
  const named = isObject(params)
    ? Object.entries(params).map(([name, param]) => ({ name, ...(isObject(param) && param) }))
    : undefined;
  const list = Array.isArray(params) ? objects(params) : named;
  return list?.map((param: Json) => fieldOf(textOf(param['name']) ?? '', param['type'], param['required'] === true));
}

function readDefinition(document: unknown): DescribedEndpoint[] | undefined {
  const found = operationsIn(document);
  if (found.length === 0) return undefined;
  return found.map((item) => ({
    method: (textOf(item['method']) ?? '').toUpperCase(),
    path: textOf(item['path']) ?? '',
    fields: definedFields(item['params'] ?? item['parameters']),
  }));
}

/** Names of path fields differ by document, slashes at the end mean nothing. */
const shapeOf = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replaceAll(/\{[^}]*\}|:[^/]+/g, '{}')
    .replace(/^(?:.*\/bananadev)?\//, '/')
    .replace(/\/$/, '');
const keyOf = (method: string, path: string): string => `${method} ${shapeOf(path)}`;

const wireType = ({ type }: FieldDescription): string => (type === 'file' || type === 'json' ? 'string' : type);

function fieldDifferences(there: DescribedField[], here: Endpoint): InterfaceDetail[] {
  const known = new Map(describeFields(here.input).map((field) => [field.name, field]));
  const told = new Map(there.filter(({ name }) => !CREDENTIALS.has(name.toLowerCase())).map((one) => [one.name, one]));
  return [...new Set([...told.keys(), ...known.keys()])].flatMap((name): InterfaceDetail[] => {
    const theirs = told.get(name);
    const ours = known.get(name);
    if (!ours) return [{ code: 'field', field: name, there: theirs?.type ?? 'string' }];
    if (!theirs) return [{ code: 'field', field: name, here: wireType(ours) }];
    const details: InterfaceDetail[] = [];
    if (theirs.type !== undefined && theirs.type !== wireType(ours))
      details.push({ code: 'type', field: name, there: theirs.type, here: wireType(ours) });
    if (theirs.required !== ours.required)
      details.push({ code: theirs.required ? 'required' : 'optional', field: name });
    return details;
  });
}

const kindOf = ({ code, there }: InterfaceDetail): InterfaceDifference['kind'] =>
  code === 'field' ? (there === undefined ? 'gone' : 'new') : 'changed';

/**
 * What a live description of Banana.dev's interface has new, gone or changed, compared with the catalogue. Undefined
 * where the document is none of the two known forms.
 */
export function compareInterface(document: unknown, catalogue: readonly Endpoint[]): InterfaceDifference[] | undefined {
  const described = readOpenapi(document) ?? readDefinition(document);
  if (!described) return undefined;
  const ours = catalogue.filter(({ provider, credential }) => provider === 'bananadev' && credential.kind !== 'none');
  const matched = new Set<Endpoint>();
  const differences = described.flatMap(({ method, path, fields }): InterfaceDifference[] => {
    const key = keyOf(method, path);
    const known = ours.find(
      (one) =>
        keyOf(one.method, one.path) === key ||
        (one.legacyPath !== undefined && keyOf(one.method, one.legacyPath) === key),
    );
    if (!known) return [{ kind: 'new', method, path, detail: { code: 'endpoint' } }];
    matched.add(known);
    return (fields ? fieldDifferences(fields, known) : []).map((detail) => ({
      kind: kindOf(detail),
      method,
      path,
      detail,
    }));
  });
  const gone = ours
    .filter((one) => !matched.has(one))
    .map(({ method, path }): InterfaceDifference => ({ kind: 'gone', method, path, detail: { code: 'endpoint' } }));
  return [...differences, ...gone];
}
