import type { VaultStatus } from '../../shared/contract';

/** Where secrets lie, one line of ASCII each, by the id of their profile. */
export interface Vault {
  status(): Promise<VaultStatus>;
  /** Null only where there surely is none; else throws `vault_unavailable`. */
  get(id: string): Promise<string | null>;
  /** Throws `vault_unavailable` where it could not be kept. */
  set(id: string, line: string): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(id: string): Promise<void>;
}
