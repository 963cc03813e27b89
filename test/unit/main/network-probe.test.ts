import { createServer, type AddressInfo, type Server } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createNetworkProbe } from '../../../src/main/network-probe';

const probe = (proxies = 'DIRECT') => createNetworkProbe(async () => proxies);

/** A server that closes each connection at once, and how many there were. */
async function listening(): Promise<{ url: URL; server: Server; count(): number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.end('no TLS here\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    server,
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    count: () => connections,
  };
}

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['[::1]', '::1'],
])('resolves %s', async (name, address) => {
  expect(await probe().resolve(name)).toBe(address);
});

it('rejects with the system’s own error for a name that cannot be', async () => {
  await expect(probe().resolve('no such name')).rejects.toHaveProperty('syscall', 'getaddrinfo');
});

it.each([
  ['DIRECT', undefined],
  ['', undefined],
  ['PROXY proxy.example:3128; DIRECT', 'PROXY proxy.example:3128'],
  [' SOCKS5 10.0.0.1:1080 ', 'SOCKS5 10.0.0.1:1080'],
])('reads the way that the system gives as %j', async (given, way) => {
  expect(await probe(given).proxyFor('https://figures.example')).toBe(way);
});

it('reaches a server and lets go of it', async () => {
  const { url, server, count } = await listening();
  const arrived = new Promise((resolve) => server.once('connection', resolve));
  await expect(probe().connect(url, 'reach')).resolves.toBeUndefined();
  await arrived;
  expect(count()).toBe(1);
});

it('tells a server that speaks no TLS from one that does', async () => {
  const { url } = await listening();
  await expect(probe().connect(url, 'tls')).rejects.toHaveProperty('code');
});

it('rejects where nobody listens', async () => {
  const { url, server } = await listening();
  await new Promise((resolve) => server.close(resolve));
  await expect(probe().connect(url, 'reach')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
