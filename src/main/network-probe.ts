import { lookup } from 'node:dns/promises';
import { connect as connectPlain, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What lies between this computer and a server, below any request. All reject with the system's own error. */
export interface NetworkProbe {
  /** The address behind a name. */
  resolve(hostname: string): Promise<string>;
  /** The system's proxy for an address, as `PROXY host:port`; undefined where the way is direct. */
  proxyFor(url: string): Promise<string | undefined>;
  /** Opens a connection and closes it: `reach` without, `tls` with the handshake. */
  connect(url: URL, how: 'reach' | 'tls'): Promise<void>;
}

const CONNECT_MS = 10_000;

/** `resolveProxy` is the session's: Chromium knows the system's settings and their scripts. */
export function createNetworkProbe(resolveProxy: (url: string) => Promise<string>): NetworkProbe {
  return {
    resolve: async (hostname) => (await lookup(hostname.replace(/^\[|\]$/g, ''))).address,
    async proxyFor(url) {
      const first = (await resolveProxy(url)).split(';')[0]?.trim() ?? '';
      return first === '' || first === 'DIRECT' ? undefined : first;
    },
    connect: ({ hostname, port, protocol }, how) =>
      new Promise((done, fail) => {
        const host = hostname.replace(/^\[|\]$/g, '');
        const where = { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
        // certificates are the system's business: Chromium judges them in the request itself
        const named = isIP(host) === 0 && { servername: host };
        const socket =
          how === 'tls' ? connectTls({ ...where, ...named, rejectUnauthorized: false }) : connectPlain(where);
        const end = (error?: Error): void => {
          socket.destroy();
          if (error) fail(error);
          else done();
        };
        socket.setTimeout(CONNECT_MS, () => {
          end(new Error(`no connection within ${CONNECT_MS / 1000} s`));
        });
        socket.once(how === 'tls' ? 'secureConnect' : 'connect', () => {
          end();
        });
        socket.once('error', end);
      }),
  };
}
