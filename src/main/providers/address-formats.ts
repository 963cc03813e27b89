import { AppError, type ErrorCode } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';

export type AddressFormat = 'new' | 'old';

/** Which of an endpoint's two address formats a server answered to last, kept over the end of the program. */
export interface FormatMemory {
  get(endpoint: string, baseUrl: string): AddressFormat | undefined;
  set(endpoint: string, baseUrl: string, format: AddressFormat): void;
}

/** What another address of the same server cannot mend: no connection, no key, too many questions already. */
const SAME_ANYWHERE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unauthorized',
  'no_credential',
  'key_elsewhere',
  'key_unbound',
  'vault_unavailable',
  'invalid_input',
  'rate_limited',
  'unreachable',
  'timeout',
  'connection_lost',
  'canceled',
]);

/**
 * Reads by the format that worked last (the new one where none is known), and by the other where that fails. Only
 * for GET endpoints that declare a `legacyPath`: all others, and so every submission, have one format and are asked
 * once. Where both fail the new format's error is thrown.
 */
export async function readByEitherFormat<T>(
  endpoint: Endpoint,
  baseUrl: string,
  memory: FormatMemory,
  read: (endpoint: Endpoint, format: AddressFormat | null) => Promise<T>,
): Promise<T> {
  const { legacyPath } = endpoint;
  if (legacyPath === undefined || endpoint.method !== 'GET') return read(endpoint, null);
  const as = (format: AddressFormat): Promise<T> =>
    read(format === 'old' ? { ...endpoint, path: legacyPath } : endpoint, format);
  const known = memory.get(endpoint.id, baseUrl);
  const [first, second]: readonly AddressFormat[] = known === 'old' ? ['old', 'new'] : ['new', 'old'];
  const attempt = async (format: AddressFormat): Promise<T> => {
    const answer = await as(format);
    if (known !== format) memory.set(endpoint.id, baseUrl, format);
    return answer;
  };
  try {
    return await attempt(first ?? 'new');
  } catch (error) {
    if (!(error instanceof AppError) || SAME_ANYWHERE.has(error.code)) throw error;
    return await attempt(second ?? 'old').catch((other: unknown) => {
      throw first === 'new' || !(other instanceof AppError) ? error : other;
    });
  }
}
