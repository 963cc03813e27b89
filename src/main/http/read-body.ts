import { mapNetworkError } from './map-network-error';
import { RequestFailure } from './request-failure';
import type { RequestGuard } from './request-guard';

/** Between two pieces of the body, in ms. */
export const IDLE_MS = 60_000;
/**
 * For an answer as a whole, in ms, and what each byte that comes adds to it: a server that drips a byte a minute must
 * not hold a hand for ever, and a large file over a thin line must come through.
 */
const TOTAL_MS = 120_000;
const LEAST_BYTES_PER_MS = 4;

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
  text: string;
  bytes: number;
  /** Why the text ends early; null where it is whole. */
  failure: RequestFailure | null;
}

/** The body as text, as far as it came: an error's status speaks even where its text was cut. */
export async function readText(response: Response, guard: RequestGuard, limit: number): Promise<BodyText> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  let failure: RequestFailure | null = null;
  try {
    for await (const chunk of readChunks(response, guard, limit)) {
      bytes += chunk.byteLength;
      parts.push(decoder.decode(chunk, { stream: true }));
    }
  } catch (error) {
    failure = mapNetworkError(error);
  }
  parts.push(decoder.decode());
  return { text: parts.join(''), bytes, failure };
}
