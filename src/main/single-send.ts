import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Readable } from 'node:stream';
import { answerOf, hasBody } from './answer-head';
import { bodyStream } from './body-stream';
import { decoded } from './decoded-body';
import { mapNetworkError } from './http/map-network-error';
import type { Fetch } from './http/open-answer';

export interface SingleSendOptions {
  /** For what cannot go the single way: Chromium knows the system's proxies and certificates. */
  chromium: Fetch;
  /** The system's proxy for an address; undefined where the way is direct. */
  proxyFor(url: string): Promise<string | undefined>;
  /** As Chromium would name itself: servers tell programs apart by it. */
  userAgent(): string;
}

/** Larger bodies are streamed by Chromium, which also hears a server that answers before it has read the whole. */
const LARGEST_BODY = 8_000_000;
/** What Chromium allows. */
const LARGEST_HEAD = 256 * 1024;

function* pairs(raw: readonly string[]): Generator<[string, string]> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at] ?? '', raw[at + 1] ?? ''];
}

function toResponse(message: IncomingMessage, outgoing: ClientRequest, onClosed: () => void): Response {
  const status = message.statusCode ?? 0;
  const content: Readable = decoded(message, message.headers['content-encoding']);
  const body = bodyStream(content, { onClosed, onLeft: () => outgoing.destroy() });
  if (!hasBody(status)) message.resume();
  return answerOf({ status, headers: pairs(message.rawHeaders) }, body);
}

/** One request over one connection that is opened for it and closed behind it: nothing in it can be sent again. */
function sendOnce(request: Request, body: ArrayBuffer, userAgent: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    const send = new URL(request.url).protocol === 'https:' ? requestTls : requestPlain;
    const outgoing = send(request.url, {
      method: request.method,
      headers: {
        'user-agent': userAgent,
        'accept-encoding': 'gzip, deflate, br',
        ...Object.fromEntries(request.headers),
      },
      agent: false,
      maxHeaderSize: LARGEST_HEAD,
      // an answer that is odd but can be read is worth a unit; leniency is dangerous to servers only
      insecureHTTPParser: true,
    });
    const abort = (): void => {
      reject(new DOMException('The request was aborted.', 'AbortError'));
      outgoing.destroy();
    };
    const onClosed = (): void => {
      request.signal.removeEventListener('abort', abort);
    };
    request.signal.addEventListener('abort', abort, { once: true });
    outgoing.on('error', (error) => {
      reject(error);
      onClosed();
    });
    outgoing.once('response', (message) => {
      try {
        resolve(toResponse(message, outgoing, onClosed));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
        outgoing.destroy();
      }
    });
    // an answer that wants to change the protocol is none; without this the event would never settle anything
    outgoing.once('upgrade', (message, socket) => {
      socket.destroy();
      resolve(answerOf({ status: message.statusCode ?? 101, headers: pairs(message.rawHeaders) }, null));
      onClosed();
    });
    outgoing.once('close', () => {
      reject(new Error('the connection was closed without an answer'));
    });
    outgoing.end(new Uint8Array(body));
  });
}

/** The request once more, for the other way: the body of the first has been read. */
function again(request: Request, body: ArrayBuffer): Request {
  const { url, method, headers, signal } = request;
  const init = { method, headers, signal, redirect: 'manual' as const, credentials: 'omit' as const };
  return new Request(url, body.byteLength > 0 ? { ...init, body } : init);
}

/**
 * The fetch of live mode. What only reads goes through Chromium. A request that changes something leaves once: Chromium
 * repeats it by itself where the answer is 421, and can't be told not to (docs/decisions/0009). So it goes through
 * Node, over a connection of its own, wherever the way is direct; where that finds no connection that it trusts, which
 * proves that nothing has left, Chromium takes over with the system's certificates and name lookup.
 */
export function createSingleSend({ chromium, proxyFor, userAgent }: SingleSendOptions): Fetch {
  async function isDirect(url: string): Promise<boolean> {
    try {
      return (await proxyFor(url)) === undefined;
    } catch {
      return false;
    }
  }

  return async function fetch(request) {
    const length = request.body ? Number(request.headers.get('content-length') ?? Infinity) : 0;
    if (request.method === 'GET' || length > LARGEST_BODY || !(await isDirect(request.url))) return chromium(request);
    const body = await request.arrayBuffer();
    request.signal.throwIfAborted();
    try {
      return await sendOnce(request, body, userAgent());
    } catch (error) {
      if (request.signal.aborted || mapNetworkError(error).kind !== 'never_sent') throw error;
    }
    return chromium(again(request, body));
  };
}
