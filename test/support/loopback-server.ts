import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it arrived, whole. */
export interface Received {
  method: string;
  /** Path and query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Which connection brought it, counted from 1. */
  connection: number;
  socket: Socket;
}

export type Reply = (response: ServerResponse, request: Received) => void;

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  url: string;
  /** Everything that arrived, oldest first. */
  received: Received[];
  /**
   * Scripts `GET /path`: each request takes the next reply, the last one stays. The query does not count. What
   * nobody scripted is answered 404, as FastAPI does.
   */
  on(route: string, ...replies: Reply[]): void;
  /** Resolves when so many requests have arrived in all. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startLoopbackServer(): Promise<LoopbackServer> {
  const routes = new Map<string, Reply[]>();
  const received: Received[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const sockets = new Map<Socket, number>();
  let connections = 0;

  const answer = (request: Received, response: ServerResponse): void => {
    received.push(request);
    for (const waiter of waiting) if (received.length >= waiter.count) waiter.resolve();
    const replies = routes.get(`${request.method} ${request.path.replace(/\?.*$/, '')}`);
    const reply = replies && replies.length > 1 ? replies.shift() : replies?.[0];
    (reply ?? json(404, { detail: 'Not Found' }))(response, request);
  };

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers, socket } = incoming;
      const connection = sockets.get(socket) ?? 0;
      answer({ method, path, headers, body: Buffer.concat(chunks), connection, socket }, response);
    });
  });
  server.on('connection', (socket) => {
    sockets.set(socket, (connections += 1));
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    on: (route, ...replies) => void routes.set(route, replies),
    arrived: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets.keys()) socket.destroy();
      }),
  };
}

/** A whole body with its type. */
export function content(status: number, contentType: string, body: string | Uint8Array, headers = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers });
    response.end(body);
  };
}

export function json(status: number, value: unknown, headers = {}): Reply {
  return content(status, 'application/json', JSON.stringify(value), headers);
}

export function redirect(status: number, location: string): Reply {
  return (response) => {
    response.writeHead(status, { location });
    response.end();
  };
}

/** Takes the request and never answers. */
export const hang: Reply = () => undefined;

/** Takes the whole request, then closes the connection without a word. */
export const cut: Reply = (_response, { socket }) => {
  socket.destroy();
};

/** Promises more than it sends, then closes the connection. */
export function cutAfter(status: number, contentType: string, begin: string): Reply {
  return (response, { socket }) => {
    response.writeHead(status, { 'content-type': contentType, 'content-length': begin.length + 1000 });
    response.write(begin, () => socket.destroy());
  };
}

/** A body that the test sends piece by piece. */
export function drip(status: number, contentType: string): { reply: Reply; send(text: string): void; end(): void } {
  let open: ServerResponse | undefined;
  return {
    reply(response) {
      open = response;
      response.writeHead(status, { 'content-type': contentType });
      response.flushHeaders();
    },
    send: (text) => void open?.write(text),
    end: () => void open?.end(),
  };
}

/** An endless body. */
export function flood(status: number, contentType: string, piece: Uint8Array): Reply {
  return (response, { socket }) => {
    response.writeHead(status, { 'content-type': contentType });
    const more = (): void => {
      while (!socket.destroyed && response.write(piece));
    };
    response.on('drain', more);
    more();
  };
}
