import { mapNetworkError } from './map-network-error';
import { RequestFailure } from './request-failure';
import type { RequestGuard } from './request-guard';

/** Between two pieces of the body, in ms. */
export const IDLE_MS = 60_000;
/** For a text as a whole, in ms: a server that drips a byte a minute must not hold a poll for ever. */
const TEXT_MS = 600_000;

/**
 * The body's pieces. Throws RequestFailure: `timeout` after a minute without a byte, `too_large` past `limit` bytes
 * (counted after decompression, so a small bomb is caught too), `lost` where the connection breaks.
 */
export async function* readChunks(response: Response, guard: RequestGuard, limit: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let received = 0;
  try {
    for (;;) {
      guard.arm(IDLE_MS);
      const { done, value } = await guard.race(reader.read());
      if (done) return;
      received += value.byteLength;
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
  guard.armTotal(TEXT_MS);
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
