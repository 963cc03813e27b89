import { createHash } from 'node:crypto';
import type { HttpCall, HttpClient } from '../../src/main/http/client';
import { createHttpClient } from '../../src/main/http/client';
import type { Fetch } from '../../src/main/http/open-answer';
import type { AppErrorData } from '../../src/shared/app-error';
import { AppError } from '../../src/shared/app-error';
import type { Endpoint } from '../../src/shared/endpoints/endpoint';
import type { NewExchange } from '../../src/shared/exchange';
import type { FileRef } from '../../src/shared/file-ref';
import { buildRequest } from '../../src/shared/wire-request';
import type { FakeClock } from './fake-clock';
import { createFakeClock } from './fake-clock';

/** Not shaped like a key of PaperBanana (those are hidden anyway), and with letters that addresses escape. */
export const SECRET = 'own+canary/0123=CANARY';

export interface HttpWorld {
  client: HttpClient;
  clock: FakeClock;
  exchanges: NewExchange[];
  /** Takes a file in, as the store would. */
  file(name: string, bytes: Uint8Array): FileRef;
  /** A call of an endpoint at a base URL with the secret. */
  to(baseUrl: string, endpoint: Endpoint, input: Record<string, unknown>, extra?: Partial<HttpCall>): HttpCall;
}

/** A client over Node's fetch (or another one) with a clock of the test's. */
export function createHttpWorld(fetch: Fetch = (request) => globalThis.fetch(request)): HttpWorld {
  const clock = createFakeClock();
  const exchanges: NewExchange[] = [];
  const files = new Map<string, Uint8Array>();
  const client = createHttpClient({
    fetch,
    clock,
    recordExchange: (exchange) => exchanges.push(exchange),
    async *readFile(sha256) {
      const bytes = files.get(sha256);
      if (!bytes) throw new AppError('file_missing');
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
  });
  return {
    client,
    clock,
    exchanges,
    file(name, bytes) {
      const $file = createHash('sha256').update(bytes).digest('hex');
      files.set($file, bytes);
      return { $file, name, bytes: bytes.length, mediaType: 'application/pdf' };
    },
    to: (baseUrl, endpoint, input, extra) => ({
      endpoint,
      request: buildRequest(endpoint, input, baseUrl),
      secret: endpoint.credential.kind === 'none' ? null : SECRET,
      jobId: null,
      ...extra,
    }),
  };
}

/** The data of the AppError that the work ends in; anything else fails the test. */
export async function errorOf(work: Promise<unknown>): Promise<AppErrorData> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error.data;
    throw error;
  }
  throw new Error('it went well');
}
