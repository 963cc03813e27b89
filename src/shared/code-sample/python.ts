import type { CallPlan } from './call-plan';
import { IDEMPOTENCY_VARIABLE, withQueryCredential } from './call-plan';
import type { JsonNode } from './json-node';
import { bodyPieces, walk } from './json-node';

/** JSON's escapes are Python's. */
const text = (value: string): string => JSON.stringify(value);
const environ = (name: string): string => `os.environ[${text(name)}]`;
const fileText = (name: string): string => `base64.b64encode(Path(${text(name)}).read_bytes()).decode("ascii")`;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Python writes 1e-07 where JavaScript writes 1e-7, and cannot encode half a surrogate pair. */
function spelledAlike(node: JsonNode): boolean {
  if (node.kind === 'object') return !node.entries.some(([key]) => LONE_SURROGATE.test(key));
  if (node.kind !== 'scalar') return true;
  if (typeof node.value === 'string') return !LONE_SURROGATE.test(node.value);
  return typeof node.value !== 'number' || node.value === 0 || Math.abs(node.value) >= 1e-4;
}

function scalar(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

function literal(node: JsonNode, indent: string): string {
  const deeper = `${indent}    `;
  switch (node.kind) {
    case 'scalar':
      return scalar(node.value);
    case 'file':
      return fileText(node.name);
    case 'variable':
      return node.text ? environ(node.name) : `json.loads(${environ(node.name)})`;
    case 'list': {
      if (node.items.length === 0) return '[]';
      const items = node.items.map((item) => literal(item, deeper));
      if (items.every((item) => !item.includes('\n')) && items.join().length <= 60) return `[${items.join(', ')}]`;
      return `[\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}]`;
    }
    case 'object': {
      if (node.entries.length === 0) return '{}';
      const lines = node.entries.map(([key, item]) => `${deeper}${text(key)}: ${literal(item, deeper)},\n`);
      return `{\n${lines.join('')}${indent}}`;
    }
  }
}

/** The JSON text itself, where Python's own writer would spell it differently. */
function exactBody(body: JsonNode): string {
  const parts = bodyPieces(body).map((piece) => {
    if (typeof piece === 'string') return text(piece);
    if (piece.kind === 'file') return fileText(piece.name);
    return piece.text ? `json.dumps(${environ(piece.name)}, ensure_ascii=False)` : environ(piece.name);
  });
  return `body = (\n    ${parts.join('\n    + ')}\n).encode("utf-8")`;
}

function bodyLines(body: JsonNode): string {
  if (![...walk(body)].every(spelledAlike)) return exactBody(body);
  return [
    `payload = ${literal(body, '')}`,
    'body = json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode("utf-8")',
  ].join('\n');
}

function headerLines({ credential, body, idempotencyHeader }: CallPlan): string[] {
  return [
    ...(credential.kind === 'bearer' ? [`"Authorization": "Bearer " + ${environ(credential.variable)},`] : []),
    ...(body ? ['"Content-Type": "application/json",'] : []),
    ...(idempotencyHeader
      ? [`${text(idempotencyHeader)}: os.environ.get("${IDEMPOTENCY_VARIABLE}") or str(uuid.uuid4()),`]
      : []),
  ];
}

function callLines(plan: CallPlan): string {
  const headers = headerLines(plan);
  return [
    `response = requests.${plan.method.toLowerCase()}(`,
    '    url,',
    ...(headers.length > 0 ? ['    headers={', ...headers.map((line) => `        ${line}`), '    },'] : []),
    ...(plan.body ? ['    data=body,'] : []),
    `    timeout=${plan.timeoutSeconds},`,
    ')',
  ].join('\n');
}

function answerLine({ answer }: CallPlan): string {
  switch (answer.kind) {
    case 'file':
      return `Path(${text(answer.name)}).write_bytes(response.content)`;
    case 'empty':
      return 'print(response.status_code)';
    case 'text':
      return 'print(response.text)';
  }
}

/** The modules that the code names, as a linter would sort them. */
function importLines(code: string): string {
  const plain = ['base64', 'json', 'os', 'uuid'].filter((name) => code.includes(`${name}.`));
  const own = [
    ...plain.map((name) => `import ${name}`),
    ...(code.includes('Path(') ? ['from pathlib import Path'] : []),
    ...(code.includes('quote(') ? ['from urllib.parse import quote'] : []),
  ];
  return [...own, ...(own.length > 0 ? [''] : []), 'import requests'].join('\n');
}

/** The call with requests, for Python 3. */
export function pythonSample(plan: CallPlan): string {
  const address = withQueryCredential(plan)
    .map((piece) => (typeof piece === 'string' ? text(piece) : `quote(${environ(piece.variable)}, safe="")`))
    .join(' + ');
  const code = [
    `url = ${address}`,
    ...(plan.body ? [bodyLines(plan.body)] : []),
    [
      callLines(plan),
      'if response.status_code >= 400:',
      '    raise SystemExit(f"{response.status_code} {response.text}")',
      answerLine(plan),
    ].join('\n'),
  ].join('\n\n');
  return `${importLines(code)}\n\n${code}\n`;
}
