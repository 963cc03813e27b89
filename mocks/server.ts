import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createMockProvider } from './provider';
import type { MockExchange, MockProvider, MockProviderOptions } from './provider';

/** What a test may put in the place of an answer: any response, a line that hangs, or one that is cut. */
export type Interception = Response | 'hang' | 'cut' | undefined;

export interface MockServer {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** Every request in the order of arrival of its answer. */
  requests: readonly MockExchange[];
  mock: MockProvider;
  /** Asked before the mock at every request; undefined lets it pass, undefined as argument ends it. */
  intercept(decide: ((request: { method: string; path: string }) => Interception) | undefined): void;
  close(): Promise<void>;
}

/** Undefined for what names no path: `*`, or a whole address, which only proxies are sent. */
const addressOf = ({ url = '/' }: IncomingMessage, base: string): URL | undefined =>
  url.startsWith('/') ? new URL(base + url) : undefined;

function toRequest(incoming: IncomingMessage, address: URL, signal: AbortSignal): Request {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal };
  if (hasBody) {
    init.body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    init.duplex = 'half';
  }
  return new Request(address, init);
}

async function send(response: Response, outgoing: ServerResponse, method: string): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || method === 'HEAD') {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
}

/**
 * The mock behind a real socket on loopback: for tests that want the whole way of a request, and for people who
 * build clients of their own. Port 0 picks one.
 */
export async function startMockServer(options: MockProviderOptions & { port?: number }): Promise<MockServer> {
  const requests: MockExchange[] = [];
  let decide: Parameters<MockServer['intercept']>[0];
  let base = '';
  const mock = createMockProvider({
    ...options,
    onExchange(exchange) {
      requests.push(exchange);
      options.onExchange?.(exchange);
    },
  });

  function intercepted(incoming: IncomingMessage, outgoing: ServerResponse, path: string): boolean | Promise<boolean> {
    const method = incoming.method ?? 'GET';
    const answer = decide?.({ method, path });
    if (answer === undefined) return false;
    const status = answer instanceof Response ? answer.status : null;
    requests.push({ method, path, headers: {}, body: null, status });
    incoming.resume();
    if (answer === 'hang') return true;
    if (answer === 'cut') {
      // only when all of it has come: the client must not know whether it was taken
      incoming.on('end', () => incoming.socket.destroy());
      return true;
    }
    return send(answer, outgoing, method).then(() => true);
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const address = addressOf(incoming, base);
    if (!address) {
      outgoing.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
      outgoing.end('Invalid HTTP request received.');
      return;
    }
    if (await intercepted(incoming, outgoing, address.pathname)) return;
    let response: Response;
    // who hangs up is not waited for
    const gone = new AbortController();
    outgoing.once('close', () => {
      gone.abort();
    });
    try {
      response = await mock.fetch(toRequest(incoming, address, gone.signal));
    } catch {
      incoming.socket.destroy(); // a cut line, played
      return;
    }
    await send(response, outgoing, incoming.method ?? 'GET');
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: base,
    requests,
    mock,
    intercept(next) {
      decide = next;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
