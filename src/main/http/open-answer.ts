import type { HttpCall } from './client';
import { isRedirect, nextHop } from './redirects';
import { RequestFailure } from './request-failure';
import type { RequestGuard } from './request-guard';
import { addressWith, headersOf } from './wire-headers';

/** Answers a request as the web's fetch does. Live: Electron's net; demo: the mock; command line: Node's own. */
export type Fetch = (request: Request) => Promise<Response>;

interface Sending {
  call: HttpCall;
  /** The encoded body, or null for none. */
  body: Uint8Array | null;
  fetch: Fetch;
  guard: RequestGuard;
}

/**
 * One piece without a copy: given as bytes, Request would double a 270 MB body; given in many pieces, Electron's
 * net.fetch would join them at quadratic cost.
 */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function requestFor({ call, body, guard }: Sending, url: string, secret: string | null): Request {
  const headers = headersOf(call.endpoint, {
    secret,
    bodyBytes: body?.byteLength ?? null,
    idempotencyKey: call.idempotencyKey ?? null,
  });
  const init = {
    method: call.request.method,
    headers,
    redirect: 'manual' as const,
    credentials: 'omit' as const,
    cache: 'no-store' as const,
    signal: guard.signal,
    ...(body && { body: streamOf(body), duplex: 'half' }),
  };
  try {
    return new Request(url, init);
  } catch (error) {
    throw new RequestFailure('never_sent', 'not a valid request', { cause: error });
  }
}

/** The answer's head. Bodies of answers that come after the early end are let go. */
async function send(sending: Sending, request: Request): Promise<Response> {
  if (sending.guard.signal.aborted) throw new RequestFailure('canceled');
  const pending = sending.fetch(request);
  pending.then(
    (response) => {
      if (sending.guard.signal.aborted) void response.body?.cancel().catch(() => undefined);
    },
    () => undefined,
  );
  return sending.guard.race(pending);
}

/** Bytes of a request that every time-out has room for. */
const SMALL_BYTES = 1_000_000;
const LEAST_UPLOAD_BYTES_PER_MS = 50;

/** More time for a large upload: one that is cut off by our own impatience may have been accepted all the same. */
function uploadMs(body: Uint8Array | null): number {
  return Math.ceil(Math.max(0, (body?.byteLength ?? 0) - SMALL_BYTES) / LEAST_UPLOAD_BYTES_PER_MS);
}

/**
 * Sends the request and waits for the head of the answer; a GET follows redirects as `nextHop` allows, all within
 * the one time-out until the first byte. A redirect that is not followed is the answer.
 */
export async function openAnswer(sending: Sending): Promise<Response> {
  const { call, guard } = sending;
  const { endpoint, request, secret } = call;
  guard.arm(endpoint.timeoutMs + uploadMs(sending.body));
  const first = addressWith(endpoint, request.url, secret);
  let response = await send(sending, requestFor(sending, first, secret));
  let hop = { url: request.url, credential: true, count: 0 };
  while (request.method === 'GET' && isRedirect(response.status)) {
    const next = nextHop(hop, response.headers.get('location'), request.url, secret);
    if (!next) break;
    hop = next;
    await response.body?.cancel();
    response = await send(sending, requestFor(sending, hop.url, hop.credential ? secret : null));
  }
  return response;
}
