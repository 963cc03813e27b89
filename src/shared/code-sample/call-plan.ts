import type { Endpoint } from '../endpoints/endpoint';
import { describeFields } from '../fields';
import { KEY_VARIABLES, roleOf } from '../key-variables';
import type { WireRequest } from '../wire-request';
import type { JsonNode } from './json-node';
import { jsonNode, secretNode, walk } from './json-node';
import { fileNames, variableNames } from './names';

/** Overrides the fresh key that the code makes. */
export const IDEMPOTENCY_VARIABLE = 'IDEMPOTENCY_KEY';

/** A call as all languages tell it. No secret stands in it: each is the name of an environment variable. */
export interface CallPlan {
  method: WireRequest['method'];
  /** The address in pieces; a variable's value is percent-encoded between them. */
  url: (string | { variable: string })[];
  credential:
    { kind: 'none' } | { kind: 'bearer'; variable: string } | { kind: 'query'; parameter: string; variable: string };
  idempotencyHeader: string | undefined;
  body: JsonNode | undefined;
  answer: { kind: 'text' } | { kind: 'empty' } | { kind: 'file'; name: string };
  timeoutSeconds: number;
}

type VariableName = ReturnType<typeof variableNames>;

/** The address with its secret path fields taken out: they are found by their place, counted from the end. */
function urlPieces(endpoint: Endpoint, url: string, variable: VariableName): CallPlan['url'] {
  const masked = new Set(describeFields(endpoint.input).flatMap((field) => (field.masked ? [field.name] : [])));
  const { origin, pathname, search } = new URL(url);
  const template = endpoint.path.replace(/\?.*$/, '').split('/');
  const segments = pathname.split('/');
  const pieces: CallPlan['url'] = [origin];
  for (const [index, segment] of segments.entries()) {
    const slash = index > 0 ? '/' : '';
    const name = /^\{(.+)\}$/.exec(template[template.length - segments.length + index] ?? '')?.[1];
    if (name !== undefined && masked.has(name)) pieces.push(slash, { variable: variable(name, []) });
    else pieces.push(slash + segment);
  }
  pieces.push(search);
  return pieces.reduce<CallPlan['url']>((joined, piece) => {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else if (piece !== '') joined.push(piece);
    return joined;
  }, []);
}

function bodyOf(endpoint: Endpoint, body: Record<string, unknown>, variable: VariableName): JsonNode {
  const masked = new Set(describeFields(endpoint.input).flatMap((field) => (field.masked ? [field.name] : [])));
  const file = fileNames();
  const entries = Object.entries(body).flatMap(([name, value]): [string, JsonNode][] => {
    if (value === undefined) return [];
    const naming = { file, variable: (path: readonly string[]) => variable(name, path) };
    return [[name, masked.has(name) ? secretNode(value, naming) : jsonNode(value, naming)]];
  });
  return { kind: 'object', entries };
}

const EXTENSIONS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

function answerOf({ answer }: Endpoint, url: string): CallPlan['answer'] {
  if (answer.kind === 'empty') return { kind: 'empty' };
  if (answer.kind === 'json') return { kind: 'text' };
  const wanted = new URL(url).searchParams.get('format') ?? '';
  const extension = /^[a-z0-9]{1,5}$/.test(wanted) ? wanted : EXTENSIONS[answer.mediaTypes[0] ?? ''];
  return { kind: 'file', name: `result.${extension ?? 'bin'}` };
}

function credentialOf({ credential, provider }: Endpoint): CallPlan['credential'] {
  const variable = KEY_VARIABLES[provider][roleOf(credential)];
  switch (credential.kind) {
    case 'none':
      return { kind: 'none' };
    case 'bearer':
      return { kind: 'bearer', variable };
    case 'query':
      return { kind: 'query', parameter: credential.parameter, variable };
  }
}

export function planCall(endpoint: Endpoint, request: WireRequest): CallPlan {
  const variable = variableNames();
  return {
    method: request.method,
    url: urlPieces(endpoint, request.url, variable),
    credential: credentialOf(endpoint),
    idempotencyHeader: endpoint.idempotencyHeader,
    body: request.body && bodyOf(endpoint, request.body, variable),
    answer: answerOf(endpoint, request.url),
    timeoutSeconds: Math.ceil(endpoint.timeoutMs / 1000),
  };
}

/** The address up to where a query credential's value goes. */
export function withQueryCredential({ url, credential }: CallPlan): CallPlan['url'] {
  if (credential.kind !== 'query') return url;
  const hasQuery = url.some((piece) => typeof piece === 'string' && piece.includes('?'));
  const name = `${hasQuery ? '&' : '?'}${encodeURIComponent(credential.parameter)}=`;
  const last = url.at(-1);
  const value = { variable: credential.variable };
  return typeof last === 'string' ? [...url.slice(0, -1), last + name, value] : [...url, name, value];
}

/** What the code takes from the environment: the key first, then the secrets in their order. */
export function variablesOf(plan: CallPlan): string[] {
  const names = [
    ...(plan.credential.kind === 'none' ? [] : [plan.credential.variable]),
    ...plan.url.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.variable])),
    ...(plan.body ? [...walk(plan.body)].flatMap((node) => (node.kind === 'variable' ? [node.name] : [])) : []),
  ];
  return [...new Set(names)];
}

/** The files that the code reads from the current folder. */
export function filesOf({ body }: CallPlan): string[] {
  if (!body) return [];
  return [...new Set([...walk(body)].flatMap((node) => (node.kind === 'file' ? [node.name] : [])))];
}
