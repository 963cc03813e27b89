import { mapNetworkError } from './map-network-error';
import { RequestFailure } from './request-failure';
import type { RequestGuard } from './request-guard';
import { createTextReader } from './text-reader';

/** Between two pieces of the body, in ms. */
export const IDLE_MS = 60_000;
/**
 * For an answer as a whole, in ms, and what each byte that comes adds to it: a server that drips a byte a minute must
 * not hold a hand for ever, and a large file over a thin line must come through.
 */
const TOTAL_MS = 120_000;
const LEAST_BYTES_PER_MS = 4;
/** Bytes of an answer that are kept as they came. */
const HEAD_LIMIT = 1_000_000;

/**
 * The body's pieces. Throws RequestFailure: `timeout` after a minute without a byte, or where fewer than 4 kB a second
 * come over the long run; `too_large` past `limit` bytes
 * (counted after decompression, so a small bomb is caught too), `lost` where the connection breaks.
 */
export async function* readChunks(response: Response, guard: RequestGuard, limit: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let received = 0;
  guard.armTotal(TOTAL_MS);
  try {
    for (;;) {
      guard.arm(IDLE_MS);
      const { done, value } = await guard.race(reader.read());
      if (done) return;
      received += value.byteLength;
      guard.extendTotal(value.byteLength / LEAST_BYTES_PER_MS);
      if (received > limit) {
        const failure = new RequestFailure('too_large');
        guard.stop(failure);
        throw failure;
      }
      yield value;
    }
  } catch (error) {
    throw mapNetworkError(error);
  } finally {
    // also where the consumer leaves early: an open answer would keep its connection
    reader.cancel().catch(() => undefined);
  }
}

export interface BodyText {
  /** The first bytes as they came. */
  head: Uint8Array;
  text: string;
  bytes: number;
  /** As many values as JSON of these bytes can hold: what reading it costs. */
  values: number;
  /** Why the text ends early; null where it is whole. */
  failure: RequestFailure | null;
}

const COMMA = 0x2c;
const COLON = 0x3a;
const BRACE = 0x7b;
const BRACKET = 0x5b;

/** Every value of JSON stands behind one of these. */
export function countValues(chunk: Uint8Array): number {
  let count = 0;
  for (const byte of chunk) if (byte === COMMA || byte === COLON || byte === BRACE || byte === BRACKET) count += 1;
  return count;
}

/** The body as text, as far as it came: an error's status speaks even where its text was cut. */
export async function readText(response: Response, guard: RequestGuard, limit: number): Promise<BodyText> {
  const reader = createTextReader(response.headers.get('content-type') ?? '');
  const head: Uint8Array[] = [];
  let bytes = 0;
  let values = 0;
  let failure: RequestFailure | null = null;
  try {
    for await (const chunk of readChunks(response, guard, limit)) {
      if (bytes < HEAD_LIMIT) head.push(chunk.subarray(0, HEAD_LIMIT - bytes));
      bytes += chunk.byteLength;
      values += countValues(chunk);
      reader.push(chunk);
    }
  } catch (error) {
    failure = mapNetworkError(error);
  }
  return { head: Buffer.concat(head), text: reader.text(), bytes, values, failure };
}
