import type { Vault } from './vault';

/** Keeps secrets in memory until the program ends. */
export function createSessionVault(): Vault {
  const secrets = new Map<string, string>();
  return {
    async status() {
      return { kind: 'session', backend: 'memory', reason: null };
    },
    async get(id) {
      return secrets.get(id) ?? null;
    },
    async set(id, line) {
      secrets.set(id, line);
    },
    async delete(id) {
      secrets.delete(id);
    },
  };
}
