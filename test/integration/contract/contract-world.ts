import { onTestFinished } from 'vitest';
import { createHttpProvider } from '../../../src/main/providers/http-provider';
import { requireEndpoint } from '../../../src/shared/endpoints';
import { validateInput } from '../../../src/shared/endpoints/endpoint';
import type { FileRef } from '../../../src/shared/file-ref';
import { createHttpWorld } from '../../support/http-world';
import { type LoopbackServer, type Reply, startLoopbackServer } from '../../support/loopback-server';

/** A request as the provider's server would have met it. */
export interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: unknown;
}

/** What leaves the computer for an endpoint, written out by hand. */
export interface RequestCase {
  id: string;
  /** For the documented example. */
  example: Sent[];
  /** Little input, `$file` standing for a file of the user's. */
  input: Record<string, unknown>;
  least: Sent[];
}

export interface ContractWorld {
  /** Sends an endpoint's request as the program does: validated, by its provider's documented address. */
  send(endpoint: string, input: Record<string, unknown>): Promise<unknown>;
  sent(): Sent[];
  /** The same answer to whatever is asked. */
  answer(reply: Reply): void;
  file(name: string, bytes: Uint8Array): FileRef;
}

const BASES: Record<string, string> = {
  paperbanana: 'https://api.paperbanana.me',
  bananahub: 'https://bananahub.io/api/v1',
  bananadev: 'https://api.lowcodeapi.com/bananadev',
};

/** Headers that the program decides on; the others are the HTTP library's. */
const OURS = ['accept', 'authorization', 'content-type', 'idempotency-key'];

/** The program's own client and providers; the internet is a server on loopback that knows which host was meant. */
export async function openContract(): Promise<ContractWorld> {
  const server: LoopbackServer = await startLoopbackServer();
  onTestFinished(() => server.close());
  const origins: string[] = [];
  let reply: Reply | undefined;
  const { client, file } = createHttpWorld((request) => {
    const { origin, pathname, search } = new URL(request.url);
    origins.push(origin);
    if (reply) server.on(`${request.method} ${pathname}`, reply);
    const init: RequestInit & { duplex: 'half' } = {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: request.signal,
      redirect: request.redirect,
      duplex: 'half',
    };
    return fetch(new Request(server.url + pathname + search, init));
  });
  const provider = createHttpProvider({
    client,
    secretOf: async () => 'own-secret',
    formats: { get: () => undefined, set: () => undefined },
  });
  return {
    file,
    answer(next) {
      reply = next;
    },
    async send(id, values) {
      const endpoint = requireEndpoint(id);
      const checked = validateInput(endpoint, values);
      if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
      const { input } = checked;
      const target = { profileId: 'p1', baseUrl: BASES[endpoint.provider] ?? '' };
      const context = { jobId: null };
      if (endpoint.job)
        return provider.submit(endpoint, input, target, {
          ...context,
          idempotencyKey: 'key-of-this-intent',
          onSending: () => undefined,
        });
      if (endpoint.answer.kind === 'binary')
        return provider.fetchArtifact({ kind: 'endpoint', format: '', endpoint: id, input }, target, context);
      return provider.call(endpoint, input, target, context);
    },
    sent: () =>
      server.received.map(({ method, path, headers, body }, index) => ({
        method,
        url: (origins[index] ?? '') + path,
        headers: Object.fromEntries(
          OURS.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
        ),
        ...(body.length > 0 && { body: JSON.parse(body.toString()) as unknown }),
      })),
  };
}
