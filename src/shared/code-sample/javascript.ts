import type { CallPlan } from './call-plan';
import { filesOf, IDEMPOTENCY_VARIABLE, variablesOf } from './call-plan';
import type { JsonNode } from './json-node';

const ENV = `function env(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(\`\${name} is not set\`);
  return value;
}`;

const env = (name: string): string => `env(${JSON.stringify(name)})`;

function propertyName(key: string): string {
  // spelled plainly it would set the prototype
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** The value as a literal; JSON is JavaScript. */
function literal(node: JsonNode, indent: string): string {
  const deeper = `${indent}  `;
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value);
    case 'file':
      return `await readFile(${JSON.stringify(node.name)}, "base64")`;
    case 'variable':
      return node.text ? env(node.name) : `JSON.parse(${env(node.name)})`;
    case 'list': {
      if (node.items.length === 0) return '[]';
      const items = node.items.map((item) => literal(item, deeper));
      if (items.every((item) => !item.includes('\n')) && items.join().length <= 60) return `[${items.join(', ')}]`;
      return `[\n${items.map((item) => `${deeper}${item},\n`).join('')}${indent}]`;
    }
    case 'object': {
      if (node.entries.length === 0) return '{}';
      const lines = node.entries.map(([key, item]) => `${deeper}${propertyName(key)}: ${literal(item, deeper)},\n`);
      return `{\n${lines.join('')}${indent}}`;
    }
  }
}

function addressLines({ url, credential }: CallPlan): string {
  const address = url
    .map((piece) => (typeof piece === 'string' ? JSON.stringify(piece) : `encodeURIComponent(${env(piece.variable)})`))
    .join(' + ');
  if (credential.kind !== 'query') return `const url = ${address};`;
  return `const url = new URL(${address});\nurl.searchParams.set(${JSON.stringify(credential.parameter)}, ${env(credential.variable)});`;
}

function headerLines({ credential, body, idempotencyHeader }: CallPlan): string[] {
  return [
    ...(credential.kind === 'bearer' ? [`Authorization: \`Bearer \${${env(credential.variable)}}\`,`] : []),
    ...(body ? ['"Content-Type": "application/json",'] : []),
    ...(idempotencyHeader
      ? [`${JSON.stringify(idempotencyHeader)}: process.env.${IDEMPOTENCY_VARIABLE} ?? crypto.randomUUID(),`]
      : []),
  ];
}

function fetchLines(plan: CallPlan): string {
  const headers = headerLines(plan);
  const options = [
    ...(plan.method === 'GET' ? [] : [`  method: "${plan.method}",`]),
    ...(headers.length > 0 ? ['  headers: {', ...headers.map((line) => `    ${line}`), '  },'] : []),
    ...(plan.body ? ['  body: JSON.stringify(body),'] : []),
  ];
  if (options.length === 0) return 'const response = await fetch(url);';
  return ['const response = await fetch(url, {', ...options, '});'].join('\n');
}

function answerLine({ answer }: CallPlan): string {
  switch (answer.kind) {
    case 'file':
      return `await writeFile(${JSON.stringify(answer.name)}, Buffer.from(await response.arrayBuffer()));`;
    case 'empty':
      return 'console.log(response.status);';
    case 'text':
      return 'console.log(await response.text());';
  }
}

/** The call with fetch, for a module of Node 20 or later. */
export function javascriptSample(plan: CallPlan): string {
  const imports = [
    ...(filesOf(plan).length > 0 ? ['readFile'] : []),
    ...(plan.answer.kind === 'file' ? ['writeFile'] : []),
  ];
  const blocks = [
    ...(imports.length > 0 ? [`import { ${imports.join(', ')} } from "node:fs/promises";`] : []),
    ...(variablesOf(plan).length > 0 ? [ENV] : []),
    addressLines(plan),
    ...(plan.body ? [`const body = ${literal(plan.body, '')};`] : []),
    [
      fetchLines(plan),
      'if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);',
      answerLine(plan),
    ].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}
