/** What Python's json module says of a text, with the offset in characters: the server echoes both. */
export interface JsonError {
  offset: number;
  message: string;
}

class Malformed extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const CONSTANTS = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'];

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

const skip = (text: string, at: number): number => at + match(SPACE, text, at);

/** `at` is behind the opening quote; returns the offset behind the closing one. */
function scanString(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (character === 0x22) return index + 1;
    if (character < 0x20) throw new Malformed(index, 'Invalid control character at');
    if (character !== 0x5c) continue;
    const escape = text[++index] ?? '';
    if (escape === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(index + 1, index + 5)))
        throw new Malformed(index, 'Invalid \\uXXXX escape');
      index += 4;
    } else if (escape !== '' && !'"\\/bfnrt'.includes(escape)) throw new Malformed(index - 1, 'Invalid \\escape');
  }
  throw new Malformed(at - 1, 'Unterminated string starting at');
}

function scanObject(text: string, open: number): number {
  let at = skip(text, open + 1);
  if (text[at] === '}') return at + 1;
  for (;;) {
    if (text[at] !== '"') throw new Malformed(at, 'Expecting property name enclosed in double quotes');
    at = skip(text, scanString(text, at + 1));
    if (text[at] !== ':') throw new Malformed(at, "Expecting ':' delimiter");
    at = skip(text, scanValue(text, skip(text, at + 1)));
    if (text[at] === '}') return at + 1;
    if (text[at] !== ',') throw new Malformed(at, "Expecting ',' delimiter");
    at = skip(text, at + 1);
  }
}

function scanArray(text: string, open: number): number {
  let at = skip(text, open + 1);
  if (text[at] === ']') return at + 1;
  for (;;) {
    at = skip(text, scanValue(text, at));
    if (text[at] === ']') return at + 1;
    if (text[at] !== ',') throw new Malformed(at, "Expecting ',' delimiter");
    at = skip(text, at + 1);
  }
}

function scanValue(text: string, at: number): number {
  const first = text[at];
  if (first === '"') return scanString(text, at + 1);
  if (first === '{') return scanObject(text, at);
  if (first === '[') return scanArray(text, at);
  const constant = CONSTANTS.find((word) => text.startsWith(word, at));
  if (constant) return at + constant.length;
  const digits = match(NUMBER, text, at);
  if (digits === 0) throw new Malformed(at, 'Expecting value');
  return at + digits;
}

/** Finds what is wrong with a text that JSON.parse refused; undefined where Python would take it (NaN). */
export function findJsonError(text: string): JsonError | undefined {
  try {
    const end = skip(text, scanValue(text, skip(text, 0)));
    return end < text.length ? { offset: end, message: 'Extra data' } : undefined;
  } catch (error) {
    if (error instanceof Malformed) return { offset: error.offset, message: error.message };
    throw error;
  }
}

/** How deep the brackets of a text go, those inside strings not counted. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}
