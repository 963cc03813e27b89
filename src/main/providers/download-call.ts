import { z } from 'zod';
import { AppError } from '../../shared/app-error';
import type { HttpCall } from '../http/client';
import { mayFetchFrom } from '../http/redirects';
import type { WireEndpoint } from '../http/wire-endpoint';
import type { RequestContext } from './provider';

/** An address that an answer named is presigned or public and may be anybody's: it gets no credential. */
const DOWNLOAD: WireEndpoint = {
  id: 'download',
  method: 'GET',
  credential: { kind: 'none' },
  input: z.strictObject({}),
  answer: { kind: 'binary', status: 200, mediaTypes: [] },
  units: 0,
  timeoutMs: 60_000,
};

function absolute(url: string, baseUrl: string): string | undefined {
  try {
    return new URL(url, baseUrl).href;
  } catch {
    return undefined;
  }
}

/**
 * The request for a file at an address that the server gave, relative ones being the server's own. Throws
 * `bad_answer` for an address that is neither https nor of the base's origin: a server could otherwise make the
 * program ask whatever answers plain http inside the user's network.
 */
export function downloadCall(address: string, baseUrl: string, { jobId, signal }: RequestContext): HttpCall {
  const url = absolute(address, baseUrl);
  if (url === undefined || !mayFetchFrom(url, baseUrl)) throw new AppError('bad_answer');
  return { endpoint: DOWNLOAD, request: { method: 'GET', url }, secret: null, jobId, ...(signal && { signal }) };
}
