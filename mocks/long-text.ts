import { setImmediate } from 'node:timers';

/** Lets the event loop turn, so that a large body never holds up the window. */
export function yieldTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A JSON string too large to be parsed: the bytes between its quotes as they came, in pieces, uncopied. */
export class LongText {
  constructor(
    readonly pieces: readonly Uint8Array[],
    readonly length: number,
  ) {}

  /** The first `count` bytes, as text. */
  head(count: number): string {
    const parts: Buffer[] = [];
    let missing = count;
    for (const piece of this.pieces) {
      if (missing <= 0) break;
      const part = Buffer.from(piece.buffer, piece.byteOffset, Math.min(piece.byteLength, missing));
      parts.push(part);
      missing -= part.byteLength;
    }
    return Buffer.concat(parts).toString('latin1');
  }

  /** The string itself, escapes resolved; for fields that are text after all. */
  toString(): string {
    return JSON.parse(`"${Buffer.concat(this.pieces).toString('utf8')}"`) as string;
  }
}

const DATA_URL = /^data:application\\?\/pdf;base64,/;
const SLICE = 500_000;
const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/;

function* slicesOf(text: LongText): Generator<Buffer> {
  for (const piece of text.pieces) {
    for (let from = 0; from < piece.byteLength; from += SLICE)
      yield Buffer.from(piece.buffer, piece.byteOffset + from, Math.min(SLICE, piece.byteLength - from));
  }
}

/**
 * Decodes base64 (a data URL too) slice by slice, letting the event loop turn between them.
 * Undefined where the text holds a character that base64 does not have.
 */
export async function decodeBase64(text: LongText): Promise<Buffer | undefined> {
  const prefix = DATA_URL.exec(text.head(100))?.[0].length ?? 0;
  const decoded = Buffer.allocUnsafe(Math.ceil((text.length * 3) / 4) + 3);
  let written = 0;
  let skip = prefix;
  let rest = '';
  let escape = '';
  for (const slice of slicesOf(text)) {
    const from = Math.min(skip, slice.byteLength);
    skip -= from;
    let part = escape + slice.toString('latin1', from);
    escape = part.endsWith('\\') ? '\\' : '';
    if (escape) part = part.slice(0, -1);
    if (NOT_BASE64.test(part)) {
      // the only escapes that an encoder puts into base64: before a slash, and for line breaks
      part = part.replace(/\\\//g, '/').replace(/\\[rnt]/g, '');
      if (NOT_BASE64.test(part)) return undefined;
    }
    if (/\s/.test(part)) part = part.replace(/\s+/g, '');
    part = rest + part;
    const whole = part.length - (part.length % 4);
    written += decoded.write(part.slice(0, whole), written, 'base64');
    rest = part.slice(whole);
    await yieldTurn();
  }
  written += decoded.write(rest, written, 'base64');
  return decoded.subarray(0, written);
}
