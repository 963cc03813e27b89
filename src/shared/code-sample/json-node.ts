import type { FileRef } from '../file-ref';
import { isFileRef } from '../file-ref';
import { isSecretRef } from '../secret-ref';

/** A JSON value as copied code spells it: with holes for files and for secrets, which code never holds. */
export type JsonNode =
  | { kind: 'scalar'; value: string | number | boolean | null }
  | { kind: 'list'; items: JsonNode[] }
  | { kind: 'object'; entries: [string, JsonNode][] }
  /** The file of that name in the current folder, as base64. */
  | { kind: 'file'; name: string }
  /** An environment variable: a text, or else JSON as it stands (a number, true, false). */
  | { kind: 'variable'; name: string; text: boolean };

interface Naming {
  file(file: FileRef): string;
  /** The variable for the secret at a path below its field. */
  variable(path: readonly string[]): string;
}

/** The same values in the same order that the HTTP client's encoder writes. */
export function jsonNode(value: unknown, naming: Naming): JsonNode {
  if (isFileRef(value)) return { kind: 'file', name: naming.file(value) };
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => jsonNode(item, naming)) };
  if (typeof value === 'object' && value !== null)
    return { kind: 'object', entries: entriesOf(value).map(([key, item]) => [key, jsonNode(item, naming)]) };
  if (typeof value === 'string' || typeof value === 'boolean') return { kind: 'scalar', value };
  // JSON has no NaN and no Infinity
  return { kind: 'scalar', value: typeof value === 'number' && Number.isFinite(value) ? value : null };
}

/** A secret value: every text and number inside it becomes a variable. */
export function secretNode(value: unknown, naming: Naming, path: readonly string[] = []): JsonNode {
  if (isSecretRef(value)) return { kind: 'variable', name: naming.variable(path), text: true };
  if (Array.isArray(value))
    return { kind: 'list', items: value.map((item, index) => secretNode(item, naming, [...path, String(index + 1)])) };
  if (typeof value === 'object' && value !== null) {
    const entries = entriesOf(value).map(([key, item]): [string, JsonNode] => [
      key,
      secretNode(item, naming, [...path, key]),
    ]);
    return { kind: 'object', entries };
  }
  // nothing is no secret: an empty text takes a webhook's secret away
  if (value === '' || value === null || value === undefined) return jsonNode(value, naming);
  return { kind: 'variable', name: naming.variable(path), text: typeof value === 'string' };
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** All nodes of a tree, itself first. */
export function* walk(node: JsonNode): Generator<JsonNode> {
  yield node;
  if (node.kind === 'list') for (const item of node.items) yield* walk(item);
  if (node.kind === 'object') for (const [, item] of node.entries) yield* walk(item);
}

export type BodyPiece = string | Extract<JsonNode, { kind: 'file' | 'variable' }>;

function* piecesOf(node: JsonNode): Generator<BodyPiece> {
  switch (node.kind) {
    case 'scalar':
      yield JSON.stringify(node.value);
      return;
    case 'list':
      yield '[';
      for (const [index, item] of node.items.entries()) {
        if (index > 0) yield ',';
        yield* piecesOf(item);
      }
      yield ']';
      return;
    case 'object':
      yield '{';
      for (const [index, [key, item]] of node.entries.entries()) {
        yield `${index > 0 ? ',' : ''}${JSON.stringify(key)}:`;
        yield* piecesOf(item);
      }
      yield '}';
      return;
    case 'file':
      yield '"';
      yield node;
      yield '"';
      return;
    case 'variable':
      // its quotes come with its escapes
      yield node;
  }
}

/** The tree as JSON text on one line, holes between. */
export function bodyPieces(node: JsonNode): BodyPiece[] {
  const pieces: BodyPiece[] = [];
  for (const piece of piecesOf(node)) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
