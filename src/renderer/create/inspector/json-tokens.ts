import { base64Length, isFileRef, type FileRef } from '../../../shared/file-ref';

/** A piece of the shown JSON. A file stands there as itself: its base64 is made only while sending. */
export type Token =
  | { kind: 'plain' | 'key' | 'string' | 'value'; text: string }
  /** `cut`: characters left out of the shown string. */
  | { kind: 'cut'; text: string; cut: number }
  /** `bytes` as they travel, in base64. */
  | { kind: 'file'; file: FileRef; bytes: number };

export interface JsonLine {
  depth: number;
  tokens: Token[];
}

/** Strings past this many characters are shown by their beginning; copying gives them whole. */
const LONGEST = 160;
/** Characters of a list that stays on its line. */
const SHORT = 60;

const plain = (text: string): Token => ({ kind: 'plain', text });

function scalar(value: unknown): Token {
  if (isFileRef(value)) return { kind: 'file', file: value, bytes: base64Length(value.bytes) };
  if (typeof value !== 'string') return { kind: 'value', text: JSON.stringify(value) ?? 'null' };
  if (value.length <= LONGEST) return { kind: 'string', text: JSON.stringify(value) };
  // half a surrogate pair would show as a question mark
  const shown = value.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  return { kind: 'cut', text: `${JSON.stringify(shown).slice(0, -1)}…"`, cut: value.length - shown.length };
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null && !isFileRef(value);

function between(tokens: Token[]): Token[] {
  return tokens.flatMap((token, index) => (index === 0 ? [token] : [plain(', '), token]));
}

/** The lines of a value, its first token beginning right after `head`. */
function* lines(value: unknown, depth: number, head: Token[], tail: Token[]): Generator<JsonLine> {
  if (!isNested(value)) {
    yield { depth, tokens: [...head, scalar(value), ...tail] };
    return;
  }
  const list = Array.isArray(value);
  const [open, close] = list ? ['[', ']'] : ['{', '}'];
  const entries: [string | undefined, unknown][] = list
    ? value.map((item) => [undefined, item])
    : Object.entries(value);
  if (entries.length === 0) {
    yield { depth, tokens: [...head, plain(open + close), ...tail] };
    return;
  }
  // a short list of plain values stays on its line
  if (
    list &&
    value.length <= SHORT &&
    value.every((item) => !isNested(item)) &&
    JSON.stringify(value).length <= SHORT
  ) {
    yield { depth, tokens: [...head, plain(open), ...between(value.map(scalar)), plain(close), ...tail] };
    return;
  }
  yield { depth, tokens: [...head, plain(open)] };
  for (const [index, [key, item]] of entries.entries()) {
    const name = key === undefined ? [] : [{ kind: 'key' as const, text: JSON.stringify(key) }, plain(': ')];
    yield* lines(item, depth + 1, name, index < entries.length - 1 ? [plain(',')] : []);
  }
  yield { depth, tokens: [plain(close), ...tail] };
}

/**
 * A request's body as indented JSON: its first lines, for whoever types into a long one must not wait for thousands of
 * lines to be drawn that nobody sees. `cut` where there are more.
 */
export function jsonLines(body: Record<string, unknown>, most = 400): { lines: JsonLine[]; cut: boolean } {
  const shown: JsonLine[] = [];
  for (const line of lines(body, 0, [], [])) {
    if (shown.length === most) return { lines: shown, cut: true };
    shown.push(line);
  }
  return { lines: shown, cut: false };
}

/** The body as text for the clipboard: whole strings, and `fileText` where a file's base64 would stand. */
export function jsonText(body: Record<string, unknown>, fileText: (file: FileRef) => string): string {
  return JSON.stringify(body, (_key, value: unknown) => (isFileRef(value) ? fileText(value) : value), 2);
}
