import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestFailure } from './http/request-failure';

/** A proxy that speaks HTTP and asks for no name. */
export interface HttpProxy {
  host: string;
  port: number;
}

/** Reads what Chromium says of the system's proxy, `PROXY host:port`; undefined for all other kinds. */
export function parseHttpProxy(text: string): HttpProxy | undefined {
  const [, host, port] = /^PROXY \[?([^\]\s]+?)\]?:(\d+)$/i.exec(text.trim()) ?? [];
  return host === undefined ? undefined : { host, port: Number(port) };
}

/** A connection through the proxy to a TLS port. Where the proxy gives none, or wants a password first, it rejects as `never_sent`. */
export function openTunnel({ host, port }: HttpProxy, target: URL, signal: AbortSignal): Promise<Duplex> {
  const authority = `${target.hostname}:${target.port || '443'}`;
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host,
      port,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority },
      agent: false,
      signal,
    });
    const refuse = (cause?: unknown): void => {
      outgoing.destroy();
      reject(new RequestFailure('never_sent', 'the proxy opens no tunnel', { cause }));
    };
    outgoing.once('connect', ({ statusCode }, socket, head) => {
      // a server that talks first speaks no TLS
      if (statusCode === 200 && head.length === 0) resolve(socket);
      else refuse();
    });
    outgoing.once('response', () => {
      refuse();
    });
    outgoing.once('close', () => {
      refuse();
    });
    outgoing.on('error', refuse);
    outgoing.end();
  });
}
