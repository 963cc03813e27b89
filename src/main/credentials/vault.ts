import type { VaultStatus } from '../../shared/contract';

/** Where secrets lie, by the id of their profile. */
export interface Vault {
  status(): Promise<VaultStatus>;
  /** Null only where there surely is none; else throws `vault_unavailable`. */
  get(id: string): Promise<string | null>;
  /** Throws `invalid_input` for a secret that is not one line, `vault_unavailable` where it could not be kept. */
  set(id: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(id: string): Promise<void>;
}
