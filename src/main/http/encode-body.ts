import { AppError } from '../../shared/app-error';
import type { FileRef } from '../../shared/file-ref';
import { base64Length, isFileRef } from '../../shared/file-ref';

/** Bytes of a stored file by its SHA-256, in chunks of any size. */
export type ReadFile = (sha256: string) => AsyncIterable<Uint8Array>;

/** Encoded at one go: a multiple of 3, so no padding inside, and under a millisecond of work. */
const STEP = 192 * 1024;

const encoder = new TextEncoder();

type Part = Uint8Array | FileRef;

/** JSON text with holes where files go. */
function* jsonParts(value: unknown): Generator<string | FileRef> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null';
  } else if (Array.isArray(value)) {
    yield '[';
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ',';
      yield* jsonParts(item);
    }
    yield ']';
  } else if ('$file' in value && isFileRef(value)) {
    yield '"';
    yield value;
    yield '"';
  } else {
    yield '{';
    let separator = '';
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${separator}${JSON.stringify(key)}:`;
      separator = ',';
      yield* jsonParts(item);
    }
    yield '}';
  }
}

function collectParts(body: Record<string, unknown>): Part[] {
  const parts: Part[] = [];
  let text = '';
  for (const piece of jsonParts(body)) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    parts.push(encoder.encode(text), piece);
    text = '';
  }
  parts.push(encoder.encode(text));
  return parts;
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function wrongSize(file: FileRef): AppError {
  return new AppError('file_missing', { params: { name: file.name } });
}

/** Writes a file as base64 at `at`, in steps that let other work in between. Returns the offset behind it. */
async function writeFile(target: Buffer, start: number, file: FileRef, readFile: ReadFile): Promise<number> {
  let at = start;
  let read = 0;
  let sinceBreath = 0;
  let rest: Buffer = Buffer.alloc(0);
  const write = async (bytes: Buffer): Promise<void> => {
    at += target.write(bytes.toString('base64'), at, 'latin1');
    sinceBreath += bytes.length;
    if (sinceBreath < STEP) return;
    sinceBreath = 0;
    await breathe();
  };
  for await (const chunk of readFile(file.$file)) {
    read += chunk.length;
    if (read > file.bytes) throw wrongSize(file);
    let from = 0;
    if (rest.length > 0) {
      from = Math.min(3 - rest.length, chunk.length);
      rest = Buffer.concat([rest, chunk.subarray(0, from)]);
      if (rest.length < 3) continue;
      await write(rest);
    }
    // a view of the chunk, no copy
    const whole = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const upTo = from + Math.floor((chunk.length - from) / 3) * 3;
    for (; from < upTo; from += STEP) await write(whole.subarray(from, Math.min(from + STEP, upTo)));
    rest = Buffer.from(whole.subarray(upTo));
  }
  if (rest.length > 0) await write(rest);
  if (read !== file.bytes) throw wrongSize(file);
  return at;
}

/**
 * The body as UTF-8 JSON in one piece, every file handle replaced by the file's base64. Memory: the result and
 * one step; a 200 MB file never holds the event loop longer than its steps. Throws `file_missing` where the
 * store's bytes are not those of the handle, and whatever `readFile` throws: all before anything is sent.
 */
export async function encodeBody(body: Record<string, unknown>, readFile: ReadFile): Promise<Uint8Array> {
  const parts = collectParts(body);
  const total = parts.reduce(
    (sum, part) => sum + (part instanceof Uint8Array ? part.length : base64Length(part.bytes)),
    0,
  );
  // not zeroed: every byte is written below, and touching 270 MB at once would be the longest pause of all
  const target = Buffer.allocUnsafeSlow(total);
  let at = 0;
  for (const part of parts) {
    if (part instanceof Uint8Array) {
      target.set(part, at);
      at += part.length;
    } else {
      at = await writeFile(target, at, part, readFile);
    }
  }
  return target;
}
