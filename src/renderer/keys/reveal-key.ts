import type { SecretRef } from '../../shared/secret-ref';
import { call } from '../api';

/** Asks main for the whole key behind a handle. */
export async function revealKey({ $secret }: SecretRef): Promise<string> {
  const { secret } = await call('admin.reveal', { handle: $secret });
  return secret;
}
