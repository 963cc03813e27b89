import { z } from 'zod';
import { appErrorSchema } from './app-error';
import { ASSET_SCHEME } from './channels';
import { exchangeSchema } from './exchange';
import { fileRefSchema } from './file-ref';
import { jobDetailSchema, jobSchema } from './job';
import {
  modeSchema,
  profileSchema,
  providerIdSchema,
  secretPlaceSchema,
  settingsPatchSchema,
  settingsSchema,
} from './settings';

/**
 * Every operation the window may ask of the main process, and every event it may hear. Both sides take
 * their types from here and both parse with it: what is not in this file cannot cross.
 */
const none = z.undefined();
const id = z.string().max(100);
const values = z.record(z.string(), z.unknown());

export const vaultStatusSchema = z.object({
  /** `session`: no keychain answers, secrets live in memory until the program ends. */
  kind: z.enum(['keychain', 'session']),
  backend: z.enum(['macos-keychain', 'windows-credentials', 'secret-service', 'memory']),
  /** The system's own words why there is no keychain. */
  reason: z.string().nullable(),
});
export type VaultStatus = z.infer<typeof vaultStatusSchema>;

export const profileViewSchema = profileSchema.extend({
  active: z.boolean(),
  secret: secretPlaceSchema,
  /** Last four characters, for telling keys apart. */
  secretHint: z.string().nullable(),
});
export type ProfileView = z.infer<typeof profileViewSchema>;

export const pdfInfoSchema = z.object({
  pages: z.number().int(),
  /** Width and height of each page in points. */
  sizes: z.array(z.tuple([z.number(), z.number()])),
});
export type PdfInfo = z.infer<typeof pdfInfoSchema>;

export const operations = {
  'app.info': {
    input: none,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      locale: z.enum(['en', 'zh-CN']),
      mode: modeSchema,
      firstRun: z.boolean(),
      hasSample: z.boolean(),
    }),
  },
  'settings.get': { input: none, output: settingsSchema },
  'settings.patch': { input: settingsPatchSchema, output: settingsSchema },
  'mode.set': { input: z.object({ mode: modeSchema }), output: none },
  'demo.reset': { input: none, output: none },
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
    }),
    output: profileViewSchema,
  },
  'profile.activate': { input: z.object({ id }), output: none },
  'profile.remove': { input: z.object({ id }), output: none },
  'profile.setSecret': {
    input: z.object({ id, secret: z.string().min(1).max(4000), keep: z.enum(['keychain', 'session']) }),
    output: profileViewSchema,
  },
  'profile.deleteSecret': { input: z.object({ id }), output: profileViewSchema },
  /** The path, where there is one, is added by the preload from a real File; the window cannot name one. */
  'file.import': {
    input: z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array).optional() }),
    output: fileRefSchema,
  },
  'file.choose': { input: z.object({ kind: z.enum(['pdf']) }), output: fileRefSchema.nullable() },
  'file.sample': { input: none, output: fileRefSchema },
  'pdf.info': { input: z.object({ sha256: id }), output: pdfInfoSchema },
  /** A unit's submission (a job) or a plain call, decided by the endpoint's declaration. */
  'job.submit': {
    input: z.object({ endpoint: id, input: values, profileId: id.optional() }),
    output: z.object({ jobId: id }),
  },
  'call.run': {
    input: z.object({ endpoint: id, input: values, profileId: id.optional() }),
    output: z.object({ answer: z.unknown(), exchangeId: z.number().int() }),
  },
  'job.list': {
    input: z.object({
      scope: z.enum(['open', 'ended', 'all', 'library']),
      text: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(500),
      before: z.number().optional(),
    }),
    output: z.object({ jobs: z.array(jobSchema), total: z.number().int() }),
  },
  'job.counts': { input: none, output: z.object({ needsYou: z.number().int(), underWay: z.number().int() }) },
  'job.get': { input: z.object({ id }), output: jobDetailSchema },
  'job.markSeen': { input: z.object({ id }), output: none },
  'job.lookNow': { input: z.object({ id }), output: none },
  'job.stopWatching': { input: z.object({ id }), output: none },
  'job.watchAgain': { input: z.object({ id }), output: none },
  /** The user's word on a submission whose answer never came: here is its task id, or let it rest. */
  'job.resolve': {
    input: z.object({ id, remoteId: z.string().trim().min(1).max(200).nullable() }),
    output: none,
  },
  'exchange.list': { input: z.object({ jobId: id }), output: z.array(exchangeSchema) },
  'asset.saveAs': { input: z.object({ jobId: id, sha256: id }), output: z.object({ saved: z.boolean() }) },
  'asset.showInFolder': { input: z.object({ jobId: id, sha256: id }), output: none },
  'asset.copy': { input: z.object({ sha256: id }), output: none },
  'draft.get': { input: z.object({ endpoint: id }), output: values.nullable() },
  'draft.set': { input: z.object({ endpoint: id, values: values.nullable() }), output: none },
  'clipboard.write': { input: z.object({ text: z.string().max(1_000_000) }), output: none },
  'shell.open': { input: z.object({ url: z.string().max(2000) }), output: none },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type OperationName = keyof typeof operations;
export type OperationInput<N extends OperationName> = z.infer<(typeof operations)[N]['input']>;
export type OperationOutput<N extends OperationName> = z.infer<(typeof operations)[N]['output']>;

/** Events say "look again"; they carry ids, never results. */
export const events = {
  'job.changed': z.object({ id }),
  'settings.changed': z.object({}),
  'profiles.changed': z.object({}),
  /** The mode has changed: everything that main owns is another. */
  'mode.changed': z.object({ mode: modeSchema }),
  navigate: z.object({ screen: z.enum(['create', 'queue', 'library', 'accounts', 'settings']), jobId: id.optional() }),
  command: z.object({ command: z.enum(['open-pdf', 'palette', 'submit', 'save-as']) }),
  /** A file that reached the program by the system (open with, a second start). */
  'file.opened': z.object({ file: fileRefSchema }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;

export const eventMessageSchema = z.object({ name: z.enum(Object.keys(events) as [EventName]), payload: z.unknown() });

/** What comes back over the one call channel. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);
export type Reply = z.infer<typeof replySchema>;

/** `plantain-asset://file/<sha256>`: the stored file itself, where it is a picture. */
export const assetUrl = (sha256: string): string => `${ASSET_SCHEME}://file/${sha256}`;
/** `plantain-asset://page/<sha256>/<1-based>?w=<px>`: a page of a PDF. */
export const pageUrl = (sha256: string, page: number, width: number): string =>
  `${ASSET_SCHEME}://page/${sha256}/${page}?w=${width}`;
/** A stored picture scaled down for lists. */
export const thumbUrl = (sha256: string, width: number): string => `${ASSET_SCHEME}://thumb/${sha256}?w=${width}`;

/** What the preload puts on `window.plantain`. */
export interface PlantainBridge {
  call(operation: string, input: unknown, file?: File): Promise<unknown>;
  on(listener: (message: unknown) => void): () => void;
}
