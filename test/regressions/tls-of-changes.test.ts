import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder';

const hasOpenssl = ((): boolean => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

/** A certificate for this computer that nobody trusts unless told to. */
function makeCertificate(): { cert: string; key: string; file: string } {
  const folder = temporaryFolder();
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=Plantain tests', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', key, '-out', file, ...names], { stdio: 'ignore' });
  return { cert: readFileSync(file, 'utf8'), key: readFileSync(key, 'utf8'), file };
}

async function listening<T extends Server>(server: T): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function send(args: string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  const script = join(__dirname, '../support/single-send-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  return new Promise((resolve) => child.once('close', () => resolve(JSON.parse(out))));
}

const ANSWER = 'HTTP/1.1 202 Accepted\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}';

/** Answers over TLS; `posts` counts what it has read. */
async function startTls({ cert, key }: { cert: string; key: string }, reply: (socket: Socket) => void) {
  let posts = 0;
  let connections = 0;
  const server = createTlsServer({ cert, key }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      if (!data.toString('latin1').startsWith('POST')) return;
      posts += 1;
      reply(socket);
    });
  });
  server.on('connection', () => (connections += 1));
  server.on('tlsClientError', () => undefined);
  return { port: await listening(server), posts: () => posts, connections: () => connections };
}

/** A proxy that opens tunnels. */
async function startProxy() {
  let tunnels = 0;
  const server = createHttpServer();
  server.on('connect', (request, client: Socket) => {
    tunnels += 1;
    const [host = '', port] = (request.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  return { address: `PROXY 127.0.0.1:${await listening(server)}`, tunnels: () => tunnels };
}

beforeAll(() => {
  if (!hasOpenssl) console.log('no openssl here: changes over TLS are not tested');
});

it.runIf(hasOpenssl)('goes through the tunnel of the proxy, and leaves none open', async () => {
  const certificate = makeCertificate();
  const server = await startTls(certificate, (socket) => socket.end(ANSWER));
  const proxy = await startProxy();
  const end = await send([`https://localhost:${server.port}/x`, proxy.address], {
    NODE_EXTRA_CA_CERTS: certificate.file,
  });
  expect(end).toEqual({ status: 202, repeated: false, sockets: 0 });
  expect(server.posts()).toBe(1);
  // no connection but the tunnel's
  expect([proxy.tunnels(), server.connections()]).toEqual([1, 1]);
});

it.runIf(hasOpenssl).each([
  ['directly', false],
  ['through a proxy', true],
])(
  'sends nothing to a certificate that nobody vouches for, whatever the environment says: %s',
  async (_way, tunnelled) => {
    const server = await startTls(makeCertificate(), (socket) => socket.end(ANSWER));
    const proxy = tunnelled ? [(await startProxy()).address] : [];
    const end = await send([`https://localhost:${server.port}/x`, ...proxy], { NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    // Chromium, which knows the system's certificates, has the last word
    expect(end).toMatchObject({ repeated: true, sockets: 0 });
    expect(server.posts()).toBe(0);
  },
);

it.runIf(hasOpenssl).each([
  ['a plain answer', Buffer.from('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n')],
  ['an alert in the clear', Buffer.from([0x15, 3, 3, 0, 2, 2, 80])],
  ['a record that is too long', Buffer.concat([Buffer.from([0x17, 3, 3, 0xff, 0xff]), Buffer.alloc(70_000)])],
])('is not sent again where what was read is answered with %s', async (_what, injected) => {
  const certificate = makeCertificate();
  let inject = (): void => undefined;
  const server = await startTls(certificate, () => {
    inject();
  });
  const front = createServer((client) => {
    const upstream = connect(server.port, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    inject = () => {
      upstream.unpipe(client);
      client.write(injected);
    };
  });
  const port = await listening(front);
  const end = await send([`https://localhost:${port}/x`], { NODE_EXTRA_CA_CERTS: certificate.file });
  expect(end).toEqual({ kind: 'lost', repeated: false, sockets: 0 });
  expect(server.posts()).toBe(1);
});
