import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestTls, type RequestOptions } from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { answerOf, hasBody } from './answer-head';
import { bodyStream } from './body-stream';
import { decoded } from './decoded-body';
import { RequestFailure } from './http/request-failure';
import { openTunnel, type HttpProxy } from './proxy-tunnel';

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

/** The request, with its connection opened where that takes a proxy. Until it resolves nothing has left. */
async function prepare(request: Request, proxy: HttpProxy | undefined, userAgent: string): Promise<ClientRequest> {
  const url = new URL(request.url);
  const given = Object.fromEntries(request.headers);
  const headers = { host: url.host, 'user-agent': userAgent, 'accept-encoding': 'gzip, br', ...given };
  const options: RequestOptions = {
    method: request.method,
    headers,
    // else a variable of the environment could switch the check of certificates off
    rejectUnauthorized: true,
    maxHeaderSize: LARGEST_HEAD,
    // an answer that is odd but can be read is worth a unit; leniency is dangerous to servers only
    insecureHTTPParser: true,
  };
  const own = { ...options, agent: false } as const;
  if (!proxy) return (url.protocol === 'https:' ? requestTls : requestPlain)(url, own);
  if (url.protocol === 'http:') return requestPlain({ ...own, host: proxy.host, port: proxy.port, path: url.href });
  const socket = await openTunnel(proxy, url, request.signal);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secure = { socket, host, rejectUnauthorized: true, ...(isIP(host) === 0 && { servername: host }) };
  // an agent, a fresh one too, would open a connection of its own past the proxy
  return requestTls(url, { ...options, createConnection: () => connectTls(secure) });
}

/** One request over one connection that is opened for it and closed behind it: nothing in it can be sent again. */
export async function sendOnce(
  request: Request,
  body: ArrayBuffer,
  { proxy, userAgent }: { proxy: HttpProxy | undefined; userAgent: string },
): Promise<Response> {
  const outgoing = await prepare(request, proxy, userAgent);
  let connected = false;
  const watch = (socket: Socket): void => {
    socket.once(request.url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
      connected = true;
    });
  };
  if (outgoing.socket) watch(outgoing.socket);
  else outgoing.once('socket', watch);
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(new DOMException('The request was aborted.', 'AbortError'));
      outgoing.destroy();
    };
    const onClosed = (): void => {
      request.signal.removeEventListener('abort', abort);
    };
    request.signal.addEventListener('abort', abort, { once: true });
    outgoing.on('error', (error) => {
      // what breaks now may have been read before: only until it is connected does an error's code prove anything
      reject(connected ? new RequestFailure('lost', error.message, { cause: error }) : error);
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
