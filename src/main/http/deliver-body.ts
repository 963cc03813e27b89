import { AppError } from '../../shared/app-error';
import type { WireEndpoint } from './wire-endpoint';
import type { OpenedAnswer } from './attempts';
import { failureError } from './failure-error';
import { mapNetworkError } from './map-network-error';
import { IDLE_MS, readChunks } from './read-body';
import { RequestFailure } from './request-failure';

const DOWNLOAD_LIMIT = 512_000_000;

/** How long the body says it is; 0 where nothing is said, or where what comes was packed and is not counted so. */
function declaredBytes(headers: Headers): number {
  const packed = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase();
  const length = headers.get('content-length') ?? '';
  return packed === 'identity' && /^\d{1,15}$/.test(length) ? Number(length) : 0;
}

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
  const declared = declaredBytes(response.headers);

  async function* body(): AsyncGenerator<Uint8Array> {
    let received = 0;
    try {
      for await (const chunk of readChunks(response, guard, DOWNLOAD_LIMIT)) {
        record.received(chunk.byteLength);
        received += chunk.byteLength;
        yield chunk;
      }
      if (received < declared) throw new RequestFailure('lost');
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
