import type { ProfileSecretView } from '../shared/webhook-operations';
import type { ProfileView } from '../shared/contract';
import type { Credentials, FoundSecret } from './credentials/open-vault';
import { secretHint } from './profile-book';
import type { ProfileSecret } from './webhooks/signature';

/** The webhook secrets of the accounts of one mode. They leave the vault to sign and to judge, and for nothing else. */
export interface WebhookSecrets {
  /** Those that could be read. */
  list(): Promise<ProfileSecret[]>;
  of(profileId: string): Promise<string | null>;
  views(): Promise<ProfileSecretView[]>;
  /** Throws `vault_unavailable` where it could not be kept. */
  set(profileId: string, secret: string, keep: 'keychain' | 'session'): Promise<void>;
  delete(profileId: string): Promise<void>;
}

/** The vault's entry beside an account's key. */
export const webhookEntry = (profileId: string): string => `${profileId}/webhook`;

// a vault keeps one line of printable ASCII, and a server takes any text for a secret
const pack = (secret: string): string => encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
const unpack = (entry: string): string => decodeURIComponent(entry);

export interface WebhookSecretsOptions {
  vault: Pick<Credentials, 'find' | 'set' | 'delete'>;
  profiles(): Promise<readonly ProfileView[]>;
  /** What an account has without anybody having entered it. */
  usual?(profileId: string): Promise<string | null>;
}

export function createWebhookSecrets({ vault, profiles, usual }: WebhookSecretsOptions): WebhookSecrets {
  /** BananaHub signs nothing, and an administrator's key draws nothing. */
  const signing = async (): Promise<ProfileView[]> =>
    (await profiles()).filter(({ provider, role }) => provider === 'paperbanana' && role === 'user');

  async function find(profileId: string): Promise<Omit<FoundSecret, 'server'> | null> {
    // a keychain that cannot be asked holds nothing that could be used now
    const found = await vault.find(webhookEntry(profileId)).catch(() => null);
    if (found) return { ...found, secret: unpack(found.secret) };
    const secret = (await usual?.(profileId)) ?? null;
    return secret === null ? null : { secret, place: 'session' };
  }

  return {
    async list() {
      const found = await Promise.all((await signing()).map(async ({ id }) => ({ id, found: await find(id) })));
      return found.flatMap(({ id, found }) => (found ? [{ profileId: id, secret: found.secret }] : []));
    },
    of: async (profileId) => (await find(profileId))?.secret ?? null,
    views: async () =>
      Promise.all(
        (await signing()).map(async ({ id, name }) => {
          const found = await find(id);
          return { profileId: id, name, place: found?.place ?? 'none', hint: secretHint(found?.secret ?? null) };
        }),
      ),
    set: (profileId, secret, keep) => vault.set(webhookEntry(profileId), pack(secret), keep, null),
    delete: (profileId) => vault.delete(webhookEntry(profileId)),
  };
}
