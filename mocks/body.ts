import { findJsonError, jsonDepth } from '../src/shared/json-error';
import type { JsonError } from '../src/shared/json-error';
import { LongText, yieldTurn } from './long-text';

/** A request's body after the server's first look. */
export type Body =
  | { kind: 'none' }
  | { kind: 'unreadable' }
  | { kind: 'malformed'; error: JsonError }
  /** Not declared as JSON: the validator then sees no object. */
  | { kind: 'other'; text: string }
  /** Strings over LONG bytes, the object's own and those of its lists, stand in `value` as LongText. */
  | { kind: 'json'; value: unknown };

/** A base64 PDF of 60 MB is an 80 MB string: parsing it would stop the event loop, so such strings are cut out. */
const LONG = 256_000;
/** Bytes between two turns of the event loop: a stream that is all there would otherwise be read in one. */
const SLICE = 500_000;
/** Python's recursion limit, about: beyond it the server answers 400. */
const DEEPEST = 980;
const MARK = '~long-text~';

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Splits a JSON text at its quotes and keeps long strings apart. Works on bytes; never decodes a long string. */
function createCutter() {
  const kept: Buffer[] = [];
  const long: LongText[] = [];
  let string: Buffer[] | null = null;
  let length = 0;

  /** A quote is the string's end unless an odd number of backslashes stands before it. */
  function escaped(slice: Buffer, quote: number): boolean {
    let backslashes = 0;
    for (let at = quote - 1; at >= 0 && slice[at] === 0x5c; at--) backslashes++;
    if (backslashes === quote) {
      const before = [...(string ?? [])].reverse();
      scan: for (const piece of before)
        for (let at = piece.byteLength - 1; at >= 0; at--) {
          if (piece[at] !== 0x5c) break scan;
          backslashes++;
        }
    }
    return backslashes % 2 === 1;
  }

  function closingQuote(slice: Buffer, from: number): number {
    let quote = slice.indexOf(0x22, from);
    while (quote !== -1 && escaped(slice.subarray(from), quote - from)) quote = slice.indexOf(0x22, quote + 1);
    return quote;
  }

  function endString(pieces: Buffer[]): void {
    if (length <= LONG) kept.push(...pieces);
    else kept.push(Buffer.from(`${MARK}${long.push(new LongText(pieces, length)) - 1}`));
    string = null;
  }

  return {
    take(slice: Buffer): void {
      let at = 0;
      while (at < slice.byteLength) {
        const quote = string ? closingQuote(slice, at) : slice.indexOf(0x22, at);
        const end = quote === -1 ? slice.byteLength : quote;
        const part = slice.subarray(at, end);
        if (string) {
          string.push(part);
          length += part.byteLength;
          if (quote !== -1) endString(string);
        } else {
          kept.push(part);
          if (quote !== -1) {
            string = [];
            length = 0;
          }
        }
        if (quote !== -1) kept.push(slice.subarray(quote, quote + 1));
        at = end + 1;
      }
    },
    /** The JSON text without its long strings. */
    end(): { bytes: Buffer; long: readonly LongText[] } {
      if (string) kept.push(...string);
      return { bytes: Buffer.concat(kept), long };
    },
  };
}

/** The offset in the text as sent, of an offset in the text without its long strings. */
function originalOffset(text: string, offset: number, long: readonly LongText[]): number {
  let shifted = offset;
  long.forEach((cut, index) => {
    const mark = `"${MARK}${index}"`;
    const at = text.indexOf(mark);
    if (at !== -1 && at < offset) shifted += cut.length + 2 - mark.length;
  });
  return shifted;
}

/** Puts the long strings of an object back, and those of the lists in it. */
function restore(value: unknown, long: readonly LongText[]): unknown {
  const whole = (item: unknown): unknown => {
    const index = typeof item === 'string' && item.startsWith(MARK) ? Number(item.slice(MARK.length)) : -1;
    return long[index] ?? item;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]): [string, unknown] => [
      name,
      Array.isArray(item) ? item.map(whole) : whole(item),
    ]),
  );
}

function parse(bytes: Buffer, long: readonly LongText[]): Body {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'unreadable' };
  }
  if (jsonDepth(text) > DEEPEST) return { kind: 'unreadable' };
  try {
    return { kind: 'json', value: restore(JSON.parse(text), long) };
  } catch {
    const error = findJsonError(text);
    if (!error) return { kind: 'json', value: null };
    return { kind: 'malformed', error: { ...error, offset: originalOffset(text, error.offset, long) } };
  }
}

/**
 * Reads a body once, in slices, and lets the event loop turn between them. Chunks are kept as they came:
 * a large file is never copied. `contentType` decides as the server does: none at all counts as JSON.
 */
export async function readBody(stream: ReadableStream<Uint8Array> | null, contentType: string | null): Promise<Body> {
  if (!stream) return { kind: 'none' };
  const cutter = createCutter();
  const reader = stream.getReader();
  let total = 0;
  let sinceTurn = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.byteLength;
    const chunk = asBuffer(value);
    for (let at = 0; at < chunk.byteLength; at += SLICE) {
      const slice = chunk.subarray(at, at + SLICE);
      cutter.take(slice);
      sinceTurn += slice.byteLength;
      if (sinceTurn < SLICE) continue;
      sinceTurn = 0;
      await yieldTurn();
    }
  }
  if (total === 0) return { kind: 'none' };
  const { bytes, long } = cutter.end();
  if (contentType !== null && !/^application\/([\w.+-]+\+)?json\b/i.test(contentType))
    return { kind: 'other', text: bytes.toString('utf8') };
  return parse(bytes, long);
}
