import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';
import { type Delivery, EVENT_HEADER, type Refusal, SIGNATURE_HEADER } from '../../shared/webhook';
import { createBatch } from './batch';
import { guardConnections } from './connections';
import type { Inbox, NewDelivery } from './inbox';
import { MAX_BODY_BYTES, parseBody, type Payload, readPayload, refuseHead, REFUSAL_STATUS } from './read-delivery';
import { type ProfileSecret, type Verdict, verifySignature } from './signature';

export interface ListenerOptions {
  inbox: Inbox;
  clock: Clock;
  log: Log;
  /** The webhook secrets that are kept here; asked for when the listener starts and when one changes. */
  secrets(): Promise<readonly ProfileSecret[]>;
  /** The job that a delivery names, where it is one of ours. */
  findJob(provider: string, taskId: string): { id: string } | undefined;
  /** A delivery that may be believed as far as to look, and that is on the disk. */
  hint(provider: string, taskId: string): void;
  onDeliveries(deliveries: readonly Delivery[]): void;
}

export interface Listener {
  url: string;
  /** Reads the secrets anew. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Bodies under way at the same time, together, in bytes. */
const MAX_BYTES_UNDER_WAY = 128 * 1024 * 1024;

export interface ListenerLimits {
  /** Connections at the same time. */
  connections: number;
  headersMs: number;
  /** From the first byte to the last: whoever is slower holds a connection for nothing. */
  requestMs: number;
  /** Without a byte in either direction, also while an answer is waited for or not taken. */
  idleMs: number;
  /** Between two looks for who has run out of time. */
  checkMs: number;
}

const LIMITS: ListenerLimits = {
  connections: 512,
  headersMs: 10_000,
  requestMs: 15_000,
  idleMs: 20_000,
  checkMs: 1000,
};

const NOTHING: Payload = { provider: 'unknown', event: null, taskId: null };
const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;

/** The body, or `too_large`; null where the sender went away half-way. */
async function readBody(request: IncomingMessage, take: (bytes: number) => boolean): Promise<Buffer | Refusal | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // what is left unread is not taken from under the answer
    const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BODY_BYTES) return 'too_large';
      if (!take(chunk.byteLength)) return 'busy';
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function portError(error: unknown, host: string, port: number): AppError {
  const { code } = error as NodeJS.ErrnoException;
  const foreign = code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  const issues = foreign ? [{ field: 'host', code: 'foreign_address' }] : undefined;
  const detail = `${host}:${port} ${code ?? String(error)}`;
  return new AppError('listen_failed', { detail, ...(issues && { issues }) }, { cause: error });
}

/**
 * Receives webhooks on `host`:`port` (0 takes a free one). Each request is judged over its raw bytes, written down
 * and only then answered: what was answered with 2xx is on the disk. The payload is a hint and never a fact.
 * Throws AppError `listen_failed` where the port cannot be had.
 */
export async function startListener(
  { host, port }: { host: string; port: number },
  { inbox, clock, log, secrets, findJob, hint, onDeliveries }: ListenerOptions,
  limits = LIMITS,
): Promise<Listener> {
  let known = await secrets();
  let underWay = 0;

  const batch = createBatch<NewDelivery, Delivery>({
    clock,
    write(items) {
      const added = inbox.add(items);
      onDeliveries(added);
      return added;
    },
  });

  function judge(signature: string | undefined, body: Uint8Array | null, payload: Payload): Verdict {
    if (body === null)
      return { verdict: signature === undefined ? 'missing' : 'no-secret', reason: 'not_read', profileId: null };
    if (payload.provider === 'bananahub' && signature === undefined)
      return { verdict: 'missing', reason: 'never_signed', profileId: null };
    return verifySignature(body, signature, known);
  }

  /** `body` is null where it was refused unread. */
  function judged(
    request: IncomingMessage,
    body: Uint8Array | null,
    refusal: Refusal | null,
    payload: Payload,
  ): NewDelivery {
    const verdict = judge(single(request.headers[SIGNATURE_HEADER]), body, payload);
    const trusted = verdict.verdict === 'good' || verdict.reason === 'never_signed';
    const { provider, taskId } = payload;
    const job = trusted && refusal === null && taskId ? findJob(provider, taskId) : undefined;
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = (single(value) ?? '').slice(0, 4000);
    return {
      at: clock.now(),
      from: request.socket.remoteAddress ?? '',
      path: (request.url ?? '/').slice(0, 1000),
      provider,
      event: single(request.headers[EVENT_HEADER])?.slice(0, 100) ?? payload.event,
      taskId,
      signature: verdict.verdict,
      reason: verdict.reason,
      profileId: verdict.profileId,
      status: refusal ? REFUSAL_STATUS[refusal] : verdict.verdict === 'wrong' ? 401 : trusted ? 200 : 202,
      refusal,
      jobId: job?.id ?? null,
      headers: hideSecrets(headers),
      body: body ?? new Uint8Array(),
    };
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let taken = 0;
    const take = (bytes: number): boolean => {
      if (underWay + bytes > MAX_BYTES_UNDER_WAY) return false;
      taken += bytes;
      underWay += bytes;
      return true;
    };
    try {
      const early = refuseHead(request);
      const body = early ?? (await readBody(request, take));
      if (body === null) return;
      const parsed = typeof body === 'string' ? { refusal: body } : parseBody(body);
      const refusal = 'refusal' in parsed ? parsed.refusal : null;
      const bytes = typeof body === 'string' ? null : body;
      const delivery = judged(request, bytes, refusal, 'value' in parsed ? readPayload(parsed.value) : NOTHING);
      const written = await batch.add(delivery);
      answer(response, written);
      // never before: what makes the program ask can always be looked up
      if (written.jobId !== null && written.taskId !== null) hint(written.provider, written.taskId);
    } catch (error) {
      log.error('a delivery was not kept', { reason: String(error) });
      if (!response.headersSent) response.writeHead(503).end();
    } finally {
      underWay -= taken;
      // an unread body would hold the connection
      if (!request.complete) request.destroy();
    }
  }

  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      keepAliveTimeout: 5000,
    },
    (request, response) => void receive(request, response),
  );
  server.timeout = limits.idleMs;
  guardConnections(server, { most: limits.connections, clock });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(portError(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    async refresh() {
      known = await secrets();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      batch.flush();
    },
  };
}

/** What a tunnel or a proxy may put into a request that is nobody's business later. */
function hideSecrets(headers: Record<string, string>): Record<string, string> {
  const hidden = { ...headers };
  for (const name of ['authorization', 'proxy-authorization', 'cookie', 'x-api-key'])
    if (name in hidden) hidden[name] = '•••';
  return hidden;
}

function answer(response: ServerResponse, { status, signature, refusal, duplicate }: Delivery): void {
  const body = JSON.stringify({ received: status < 300, signature, duplicate, ...(refusal && { refusal }) });
  response.writeHead(status, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(refusal === 'method' && { allow: 'POST' }),
    ...(refusal !== null && { connection: 'close' }),
  });
  response.end(body);
}
