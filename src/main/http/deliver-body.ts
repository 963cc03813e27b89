import { AppError } from '../../shared/app-error';
import type { WireEndpoint } from './wire-endpoint';
import type { OpenedAnswer } from './attempts';
import { failureError } from './failure-error';
import { mapNetworkError } from './map-network-error';
import { IDLE_MS, readChunks } from './read-body';
import type { RequestFailure } from './request-failure';

const DOWNLOAD_LIMIT = 512_000_000;

/**
 * A download's body. Its exchange is recorded when the body has ended: whole, broken, or left by its reader. Where
 * nobody comes to read it within a minute the connection is closed.
 */
export function deliverBody(endpoint: WireEndpoint, opened: OpenedAnswer): AsyncIterable<Uint8Array> {
  const { response, guard, record, redactor } = opened;
  const errorOf = (failure: RequestFailure): AppError =>
    failureError(failure, { endpoint, maybeSent: true, status: response.status, redactor });
  guard.onStop((failure) => {
    record.finish(errorOf(failure).data);
  });
  guard.arm(IDLE_MS);

  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of readChunks(response, guard, DOWNLOAD_LIMIT)) {
        record.received(chunk.byteLength);
        yield chunk;
      }
      record.finish(null);
    } catch (error) {
      const final = errorOf(mapNetworkError(error));
      record.finish(final.data);
      throw final;
    } finally {
      guard.release();
      record.finish(new AppError('canceled').data);
    }
  }
  return body();
}
