import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  method: string;
  /** Path and query below the room. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface RecordingServer {
  /** The base URL of a room of its own, with what it answers to everything. */
  room(name: string, status: number, contentType?: string, body?: string): string;
  /** What arrived in a room, oldest first. */
  arrived(name: string): Recorded[];
  close(): Promise<void>;
}

/** Keeps every request under the first part of its path, so that many can call at once. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const rooms = new Map<string, { status: number; contentType: string; body: string; arrived: Recorded[] }>();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const [, name = '', path = ''] = /^\/([^/]*)(.*)$/.exec(url) ?? [];
      const room = rooms.get(name);
      room?.arrived.push({ method, path, headers, body: Buffer.concat(chunks) });
      response.writeHead(room?.status ?? 404, { 'content-type': room?.contentType ?? 'text/plain' });
      response.end(room?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    room(name, status, contentType = 'application/json', body = '{}') {
      rooms.set(name, { status, contentType, body: status === 204 ? '' : body, arrived: [] });
      return `http://127.0.0.1:${port}/${name}`;
    },
    arrived: (name) => rooms.get(name)?.arrived ?? [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
