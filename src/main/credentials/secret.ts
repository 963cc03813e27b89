import { AppError } from '../../shared/app-error';

/**
 * A secret as it is stored: without the spaces and line ends that come along when it is pasted. Inside it there
 * are none: a line break corrupts some keyrings and would end the header that carries it; letters beyond ASCII
 * cannot stand in a header at all. Throws `invalid_input`.
 */
export function normalizeSecret(secret: string): string {
  const line = secret.trim();
  if (!/^[\x21-\x7e]+$/.test(line))
    throw new AppError('invalid_input', { issues: [{ field: 'secret', code: line === '' ? 'required' : 'one_line' }] });
  return line;
}
