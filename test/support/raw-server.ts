import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it arrived. */
export interface Heard {
  method: string;
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** Answers as it pleases, byte by byte: no server library would let these through. */
export type RawReply = (socket: Socket) => void;

export interface RawServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  /** Everything of which a head arrived, also where its body never did. */
  heard: Heard[];
  close(): Promise<void>;
}

interface Rules {
  /** Asked when a request is there as a whole. */
  reply(heard: Heard): RawReply;
  /** Asked when its head is there; an answer here comes before the body is read. */
  early?(heard: Heard): RawReply | undefined;
}

function parseHead(text: string): Heard {
  const [first = '', ...lines] = text.split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { method, path, headers, body: '' };
}

/** The body where all of it is there. */
function wholeBody(headers: Heard['headers'], bytes: Buffer): string | undefined {
  if (headers['transfer-encoding'] === 'chunked') {
    const text = bytes.toString('latin1');
    return text.endsWith('0\r\n\r\n') ? text : undefined;
  }
  const length = Number(headers['content-length'] ?? 0);
  return bytes.length >= length ? bytes.toString('utf8', 0, length) : undefined;
}

/** A server below HTTP, one request a connection unless a reply leaves it open. */
export async function startRawServer({ reply, early }: Rules): Promise<RawServer> {
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let bytes: Buffer = Buffer.alloc(0);
    let open: Heard | undefined;
    socket.on('data', (piece) => {
      bytes = Buffer.concat([bytes, piece]);
      if (!open) {
        const end = bytes.indexOf('\r\n\r\n');
        if (end < 0) return;
        open = parseHead(bytes.toString('latin1', 0, end));
        bytes = bytes.subarray(end + 4);
        heard.push(open);
        early?.(open)?.(socket);
      }
      const body = wholeBody(open.headers, bytes);
      if (body === undefined) return;
      const whole = Object.assign(open, { body });
      open = undefined;
      bytes = Buffer.alloc(0);
      reply(whole)(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Exactly these bytes, then the end; characters are bytes. */
export const bytes =
  (text: string): RawReply =>
  (socket) =>
    void socket.end(Buffer.from(text, 'latin1'));

/** A head with further lines and a body with its length. */
export const answer = (status: string, body: string | Buffer = '{}', ...lines: string[]): RawReply => {
  const content = typeof body === 'string' ? Buffer.from(body) : body;
  const head = [`HTTP/1.1 ${status}`, `content-length: ${content.length}`, 'connection: close', ...lines];
  return (socket) => {
    socket.write(Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'));
    socket.end(content);
  };
};

/** The same with the type of JSON. */
export const jsonAnswer = (status: string, value: unknown, ...lines: string[]): RawReply =>
  answer(status, JSON.stringify(value), 'content-type: application/json', ...lines);

/** A promise of more than there is, then the end; or a reset. */
export const cutShort =
  (status: string, body: string | Buffer, how: 'end' | 'reset' = 'end', ...lines: string[]): RawReply =>
  (socket) => {
    socket.write(
      Buffer.from([`HTTP/1.1 ${status}`, 'content-length: 100000', ...lines, '', ''].join('\r\n'), 'latin1'),
    );
    socket.write(body, () => {
      if (how === 'end') socket.end();
      else socket.resetAndDestroy();
    });
  };

export const closeAtOnce: RawReply = (socket) => void socket.end();
export const destroyAtOnce: RawReply = (socket) => void socket.destroy();
export const resetAtOnce: RawReply = (socket) => void socket.resetAndDestroy();
