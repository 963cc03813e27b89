/**
 * Sends one POST as live mode does and prints how it ended. In a process of its own, since Node reads the certificates
 * that it is to trust besides (`NODE_EXTRA_CA_CERTS`) at its start. Arguments: address, proxy (`PROXY host:port`) or none.
 */
import { mapNetworkError } from '../../src/main/http/map-network-error';
import { createSingleSend } from '../../src/main/single-send';

const [url = '', proxy] = process.argv.slice(2);
let repeated = false;

async function main(): Promise<void> {
  const send = createSingleSend({
    chromium: () => {
      repeated = true;
      return Promise.reject(new Error('net::ERR_FAILED'));
    },
    proxyFor: async () => proxy,
    userAgent: () => 'Plantain',
  });
  const request = new Request(url, {
    method: 'POST',
    body: '{}',
    headers: { 'content-length': '2' },
    signal: AbortSignal.timeout(10_000),
  });
  const end = await send(request).then(
    async (response) => {
      await response.text();
      return { status: response.status };
    },
    (error: unknown) => ({ kind: mapNetworkError(error).kind }),
  );
  const sockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;
  for (let turn = 0; sockets() > 0 && turn < 200; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  process.stdout.write(JSON.stringify({ ...end, repeated, sockets: sockets() }));
}

void main().then(() => process.exit(0));
