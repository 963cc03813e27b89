import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A proxy that speaks SOCKS 5 without a password, for IPv4 addresses and names, as far as Chromium asks for it. */
export async function startSocksProxy(): Promise<{ url: string; connections(): number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket.once('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    keep(socket).once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request) => {
        const named = request[3] === 3;
        const length = named ? (request[4] ?? 0) : 4;
        const at = named ? 5 : 4;
        const address = request.subarray(at, at + length);
        const host = named ? address.toString('latin1') : address.join('.');
        const target = keep(connect(request.readUInt16BE(at + length), host));
        target.once('connect', () => {
          connections += 1;
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          socket.pipe(target).pipe(socket);
        });
        // a reset is handed on as one
        target.once('close', (broken) => (broken ? socket.resetAndDestroy() : socket.end()));
        socket.once('close', () => target.destroy());
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
