import type { Readable } from 'node:stream';
import type { ClientRequest, IncomingMessage, Session } from 'electron';
import { answerOf, hasBody } from './answer-head';
import { bodyStream } from './body-stream';
import { createFreshSessions, type Lease } from './fresh-sessions';
import type { Fetch } from './http/open-answer';
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

function* entriesOf(headers: Record<string, string | string[]>): Generator<[string, string]> {
  for (const [name, value] of Object.entries(headers))
    for (const one of Array.isArray(value) ? value : [value]) yield [name, one];
}

/** One request. Settles once, and lets go of its session once, whatever the network and its events do. */
function send(door: NetDoor, request: Request, { session, release }: Lease): Promise<Response> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const outgoing = door.request({
      method: request.method,
      url: request.url,
      session,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });

    function fail(error: unknown): void {
      settled = true;
      reject(error instanceof Error ? error : new Error(String(error)));
      release();
    }
    function abandon(error: unknown): void {
      fail(error);
      outgoing.abort();
    }
    /** What throws in an event is nobody's: Electron would show a box with the stack, and the job would wait for ever. */
    function guarded<A extends unknown[]>(work: (...facts: A) => void): (...facts: A) => void {
      return (...facts) => {
        try {
          work(...facts);
        } catch (error) {
          abandon(error);
        }
      };
    }
    const abort = guarded(() => {
      abandon(new DOMException('The request was aborted.', 'AbortError'));
    });

    function answered(message: IncomingMessage): void {
      // the declaration hides that it is one
      const stream = message as unknown as Readable;
      const { statusCode: status, headers } = message;
      const onClosed = (): void => {
        request.signal.removeEventListener('abort', abort);
        release();
      };
      const body = bodyStream(stream, { onClosed, onLeft: () => outgoing.abort() });
      if (settled) {
        stream.destroy();
        return;
      }
      const response = answerOf({ status, headers: entriesOf(headers) }, body);
      if (!hasBody(status)) stream.resume();
      settled = true;
      resolve(response);
    }

    request.signal.addEventListener('abort', abort, { once: true });
    outgoing.on('error', fail);
    outgoing.on('response', guarded(answered));
    outgoing.on(
      'redirect',
      guarded((status, _method, location, headers) => {
        if (settled) return;
        const others = [...entriesOf(headers)].filter(([name]) => name.toLowerCase() !== 'location');
        const response = answerOf({ status, headers: [...others, ['location', location]] }, null);
        settled = true;
        resolve(response);
        release();
      }),
    );
    for (const [name, value] of request.headers) if (!OWN_HEADERS.has(name)) outgoing.setHeader(name, value);
    sendBody(request, outgoing).catch(abandon);
  });
}

/**
 * Chromium's network stack with the system's proxy and certificates, in sessions of its own (in memory, no cookies, no
 * cache, none of the window's request filters). Two things net.fetch cannot do:
 *
 * - A redirect comes back as the answer it is; net.fetch rejects under `redirect: 'manual'`, and following
 *   blindly would hand Authorization to whatever origin the redirect names.
 * - A request that changes something never meets a used connection. Chromium repeats a request, POST too, whose reused
 *   connection closes without an answer (HttpNetworkTransaction::ShouldResendRequest); a server that took the job and
 *   then cut the connection would get, and charge, it twice. Nothing keeps Chromium from repeating one that is answered
 *   with 421, though, and so most changes go another way: see single-send.
 *
 * Errors are Electron's own (`net::ERR_…`), for http/map-network-error to read.
 */
export function createNetFetch(door: NetDoor): Fetch {
  const reading = door.openSession('plantain-reading');
  const fresh = createFreshSessions((index) => door.openSession(`plantain-changing-${index}`));

  return async function fetch(request) {
    request.signal.throwIfAborted();
    const lease = request.method === 'GET' ? { session: reading, release: () => undefined } : await fresh.take();
    try {
      request.signal.throwIfAborted();
      return await send(door, request, lease);
    } catch (error) {
      lease.release();
      throw error;
    }
  };
}
