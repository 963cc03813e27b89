import { z } from 'zod';
import { appErrorSchema } from './app-error';
import { shownSecretSchema } from './secret-ref';
import { profileSchema, providerIdSchema, secretPlaceSchema } from './settings';

const id = z.string().max(100);
const none = z.undefined();

/** A key on its way to a vault. */
const keptKeySchema = z.object({ secret: z.string().min(1).max(4000), keep: z.enum(['keychain', 'session']) });

const vaultStatusSchema = z.object({
  /** `session`: no keychain answers, secrets live in memory until the program ends. */
  kind: z.enum(['keychain', 'session']),
  backend: z.enum(['macos-keychain', 'windows-credentials', 'secret-service', 'memory']),
  /** The system's own words why there is no keychain. */
  reason: z.string().nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

const profileViewSchema = profileSchema.extend({
  active: z.boolean(),
  secret: secretPlaceSchema,
  /** Last four characters, for telling keys apart. */
  secretHint: z.string().nullable(),
  /** Where the stored key belongs to another server than the account's: which; empty where nobody knows. */
  keyServer: z.string().nullable(),
});
export type ProfileView = z.infer<typeof profileViewSchema>;

/** One part of a connection test, in the order in which a request meets them. */
export const CONNECTION_STEPS = ['dns', 'proxy', 'reach', 'tls', 'auth', 'quota'] as const;
const connectionStepSchema = z.object({
  step: z.enum(CONNECTION_STEPS),
  /** `skipped`: an earlier part has failed, or there is nothing to test. `unknown`: the server does not tell. */
  state: z.enum(['ok', 'failed', 'skipped', 'unknown']),
  /** Facts without words of ours: an address, a version, the server's own text. */
  detail: z.string().optional(),
  /** Where it failed with a code of the closed set. */
  error: appErrorSchema.optional(),
});
export type ConnectionStep = z.infer<typeof connectionStepSchema>;

/** The operations of accounts and of where their keys lie, part of the contract. */
export const profileOperations = {
  'vault.status': { input: none, output: vaultStatusSchema },
  'vault.check': { input: none, output: vaultStatusSchema },
  'profile.list': { input: none, output: z.array(profileViewSchema) },
  'profile.save': {
    input: z.object({
      id: id.optional(),
      provider: providerIdSchema,
      name: z.string().trim().min(1).max(80),
      baseUrl: z.string().max(500),
      role: z.enum(['user', 'admin']),
      /** The user has read the warning: plain http to another computer shows the key to everybody on the way. */
      allowInsecure: z.boolean().optional(),
      /** Kept before the account is: where a vault refuses it, nothing is stored or changed. */
      key: keptKeySchema.optional(),
    }),
    output: profileViewSchema,
  },
  'profile.activate': { input: z.object({ id }), output: none },
  'profile.remove': { input: z.object({ id }), output: none },
  'profile.setSecret': { input: keptKeySchema.extend({ id }), output: profileViewSchema },
  /** Which of a server's listed keys is the account's own; null where none is, or nobody can tell. */
  'profile.ownKey': { input: z.object({ id, keys: z.array(shownSecretSchema) }), output: z.int().nullable() },
  'profile.deleteSecret': { input: z.object({ id }), output: profileViewSchema },
  /** Tries the account's server with its key, part by part. Costs nothing. */
  'profile.test': { input: z.object({ id }), output: z.array(connectionStepSchema) },
} as const;
