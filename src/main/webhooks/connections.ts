import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../../shared/clock';

/** For the last words to an erring client, in ms: then its connection is gone, whether it has closed its side or not. */
const LAST_WORDS_MS = 1000;

/**
 * Keeps a server open for whoever delivers, however many clients hold a connection and say nothing or say it slowly.
 * Past `most` connections the oldest one makes room whose request has not come whole.
 */
export function guardConnections(server: Server, { most, clock }: { most: number; clock: Clock }): void {
  /** Oldest first. */
  const open = new Set<Socket>();
  const answering = new Set<Socket>();

  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => {
      open.delete(socket);
      answering.delete(socket);
    });
    if (open.size <= most) return;
    for (const oldest of open) {
      if (answering.has(oldest)) continue;
      open.delete(oldest);
      oldest.destroy();
      return;
    }
  });

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    request.once('end', () => answering.add(socket));
    response.once('close', () => answering.delete(socket));
  });

  server.on('clientError', (_error, socket) => {
    const destroy = (): void => {
      socket.destroy();
    };
    if (!socket.writable) {
      destroy();
      return;
    }
    // not ended alone: a client that leaves its side open would hold the connection for ever
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', destroy);
    socket.once('close', clock.after(LAST_WORDS_MS, destroy));
  });
}
