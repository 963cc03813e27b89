import { Readable } from 'node:stream';
import type { ClientRequest, IncomingMessage, Session } from 'electron';
import type { Fetch } from './http/open-answer';
import { createFreshSessions } from './fresh-sessions';
import { sendBody } from './send-body';

/** What of Electron is used; handed in, so that tests need none. */
export interface NetDoor {
  /** `net.request` */
  request(options: Electron.ClientRequestConstructorOptions): ClientRequest;
  /** A session in memory of that name: `session.fromPartition(name)`. */
  openSession(name: string): Session;
}

/** Electron sets these itself and throws where somebody else does. */
const OWN_HEADERS: ReadonlySet<string> = new Set(['content-length', 'host', 'connection', 'transfer-encoding']);
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 204, 205, 304]);

function headersOf(entries: Record<string, string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(entries))
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

function toResponse(message: IncomingMessage, release: () => void): Response {
  // the declaration hides that it is one
  const stream = message as unknown as Readable;
  stream.once('close', release).once('end', release).once('error', release);
  const headers = headersOf(message.headers);
  const status = message.statusCode;
  if (!WITHOUT_BODY.has(status))
    return new Response(Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>, { status, headers });
  stream.resume();
  return new Response(null, { status, headers });
}

/**
 * The fetch of live mode: Chromium's network stack with the system's proxy and certificates, in sessions of its own
 * (in memory, no cookies, no cache, none of the window's request filters). Two things net.fetch cannot do:
 *
 * - A redirect comes back as the answer it is; net.fetch rejects under `redirect: 'manual'`, and following
 *   blindly would hand Authorization to whatever origin the redirect names.
 * - A request that changes something goes out once. Chromium repeats a request, POST too, whose reused connection
 *   closes without an answer (HttpNetworkTransaction::ShouldResendRequest); a server that took the job and then
 *   cut the connection would get, and charge, it twice. So such requests never meet a used connection.
 *
 * Errors are Electron's own (`net::ERR_…`), for http/map-network-error to read.
 */
export function createNetFetch(door: NetDoor): Fetch {
  const reading = door.openSession('plantain-reading');
  const fresh = createFreshSessions((index) => door.openSession(`plantain-changing-${index}`));

  return async function fetch(request) {
    request.signal.throwIfAborted();
    const lease = request.method === 'GET' ? { session: reading, release: () => undefined } : await fresh.take();
    const answer = new Promise<Response>((resolve, reject) => {
      const outgoing = door.request({
        method: request.method,
        url: request.url,
        session: lease.session,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      for (const [name, value] of request.headers) if (!OWN_HEADERS.has(name)) outgoing.setHeader(name, value);
      outgoing.on('response', (message) => {
        resolve(toResponse(message, lease.release));
      });
      outgoing.on('redirect', (status, _method, location, headers) => {
        const redirect = new Response(null, { status, headers: headersOf(headers) });
        redirect.headers.set('location', location);
        resolve(redirect);
        lease.release();
      });
      outgoing.on('error', (error) => {
        reject(error);
      });
      request.signal.addEventListener('abort', () => {
        reject(new DOMException('The request was aborted.', 'AbortError'));
        outgoing.abort();
      });
      sendBody(request, outgoing).catch((error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        outgoing.abort();
      });
    });
    answer.catch(lease.release);
    return answer;
  };
}
