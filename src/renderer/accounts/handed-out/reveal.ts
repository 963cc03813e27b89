import type { SecretRef } from '../../../shared/secret-ref';
import { call } from '../../api';

/** The full key behind a handle. Throws AppError, invalid_input where main no longer has it. */
export async function revealKey({ $secret }: SecretRef): Promise<string> {
  return (await call('admin.reveal', { handle: $secret })).secret;
}
