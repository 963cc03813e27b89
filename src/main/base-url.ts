import { AppError } from '../shared/app-error';
import { isLoopback } from '../shared/loopback';

/**
 * The base address of an account as it is stored: no trailing slash, no query, no fragment. Throws invalid_input
 * for the field `baseUrl`: not_a_url; not_a_web_url for other schemes; insecure_base_url for http to another
 * computer, where anybody on the way could read the key, unless `allowInsecure`; bad_format for a user name or query inside, since such
 * parts may be secrets, and base addresses stand in histories.
 */
export function checkBaseUrl(text: string, { allowInsecure = false } = {}): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw refuse('not_a_url');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('not_a_web_url');
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowInsecure) throw refuse('insecure_base_url');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') throw refuse('bad_format');
  return url.href.replace(/\/+$/, '');
}

function refuse(code: string): AppError {
  return new AppError('invalid_input', { issues: [{ field: 'baseUrl', code }] });
}
