import { request as requestPlain, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Readable } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import { answerOf, hasBody } from './answer-head';
import { bodyStream } from './body-stream';
import { decoded } from './decoded-body';
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
  const own = Object.fromEntries(request.headers);
  const headers = { host: url.host, 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', ...own };
  const options: RequestOptions = {
    method: request.method,
    headers,
    agent: false,
    maxHeaderSize: LARGEST_HEAD,
    // an answer that is odd but can be read is worth a unit; leniency is dangerous to servers only
    insecureHTTPParser: true,
  };
  if (!proxy) return (url.protocol === 'https:' ? requestTls : requestPlain)(url, options);
  if (url.protocol === 'http:') return requestPlain({ ...options, host: proxy.host, port: proxy.port, path: url.href });
  const socket = await openTunnel(proxy, url, request.signal);
  return requestTls(url, { ...options, createConnection: () => connectTls({ socket, servername: url.hostname }) });
}

/** One request over one connection that is opened for it and closed behind it: nothing in it can be sent again. */
export async function sendOnce(
  request: Request,
  body: ArrayBuffer,
  { proxy, userAgent }: { proxy: HttpProxy | undefined; userAgent: string },
): Promise<Response> {
  const outgoing = await prepare(request, proxy, userAgent);
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
