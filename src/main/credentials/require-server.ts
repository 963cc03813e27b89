import { AppError } from '../../shared/app-error';
import { DEFAULT_BASE_URLS, type ProviderId } from '../../shared/settings';
import { serverOf, type KeptKey } from './key-line';

/**
 * The server that a key belongs to. One that an older version kept without any may only belong to the documented
 * server: whatever else stands in the settings may have been put there by somebody else.
 */
export function ownerOf(
  { server }: Pick<KeptKey, 'server'>,
  provider: ProviderId | undefined,
  address: string,
): string | null {
  if (server !== null || provider === undefined) return server;
  const documented = serverOf(DEFAULT_BASE_URLS[provider]);
  return serverOf(address) === documented ? documented : null;
}

/**
 * Lets a key pass to the server that it was entered for, and to no other. Throws key_elsewhere with both servers, or
 * key_unbound where nobody knows what it was entered for.
 */
export function requireServer(key: Pick<KeptKey, 'server'>, provider: ProviderId | undefined, address: string): void {
  const own = ownerOf(key, provider, address);
  const other = serverOf(address);
  if (own === other) return;
  throw own === null
    ? new AppError('key_unbound', { params: { other } })
    : new AppError('key_elsewhere', { params: { own, other } });
}
