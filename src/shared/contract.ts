import { z } from 'zod';
import { appErrorSchema } from './app-error';
import { ASSET_SCHEME } from './channels';
import { exchangeSchema } from './exchange';
import {
  batchItemSchema,
  batchResultSchema,
  exportedFileSchema,
  journalsSchema,
  preflightAnswerSchema,
  preflightRequestSchema,
} from './figure-export';
import { figureOperations } from './figure-operations';
import { fileRefSchema } from './file-ref';
import { assetSchema, jobDetailSchema, jobSchema } from './job';
import { plainValuesSchema } from './plain-values';
import { profileOperations } from './profile-operations';
import { modeSchema, settingsPatchSchema, settingsSchema } from './settings';
import { webhookEvents, webhookOperations } from './webhook-operations';

export type { ConnectionStep, ProfileView, VaultStatus } from './profile-operations';

/**
 * Every operation the window may ask of the main process, and every event it may hear. Both sides take
 * their types from here and both parse with it: what is not in this file cannot cross.
 */
const none = z.undefined();
const id = z.string().max(100);
const values = plainValuesSchema;

/** What a file is taken in as: what is not of that kind is refused. `panels` are images, and SVGs too. */
export const fileKindSchema = z.enum(['pdf', 'images', 'panels', 'table']);
export type FileKind = z.infer<typeof fileKindSchema>;

/** What the server's own history, asked with the admin's key, knows of a job. */
export const historyFindSchema = z.object({
  /** `absent`: this server keeps none. `no_admin`: nobody here has an admin key for it. */
  state: z.enum(['found', 'not_found', 'absent', 'no_admin']),
  entry: z
    .object({
      id: z.string(),
      taskId: z.string().nullable(),
      status: z.string().nullable(),
      createdAt: z.string().nullable(),
    })
    .nullable(),
});
export type HistoryFind = z.infer<typeof historyFindSchema>;

export const pdfInfoSchema = z.object({
  pages: z.number().int(),
  /** Width and height of each page in points. */
  sizes: z.array(z.tuple([z.number(), z.number()])),
});
export type PdfInfo = z.infer<typeof pdfInfoSchema>;

const assetPlaceSchema = z.object({ sha256: id, jobId: id.optional(), title: z.string().max(500).optional() });

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
      /**
       * `damaged`: an unreadable history was moved aside, and a new one begun. `harmed`: some of its pages are damaged,
       * and it is in use. `rescued`: what could be read of a damaged one was brought over. Null as long as none was
       * opened.
       */
      history: z.enum(['sound', 'damaged', 'harmed', 'rescued', 'too_new']).nullable(),
      /** Where the damaged file lies. */
      damagedFile: z.string().nullable(),
      /** What was brought over; `remains` are jobs of which hardly more than the task id was left. */
      rescued: z.object({ jobs: z.number().int(), remains: z.number().int() }).nullable(),
    }),
  },
  'settings.get': { input: none, output: settingsSchema },
  'settings.patch': { input: settingsPatchSchema, output: settingsSchema },
  'mode.set': { input: z.object({ mode: modeSchema }), output: none },
  'demo.reset': { input: none, output: none },
  /** The full key behind a handle; after a change of mode the handle is stale. */
  'admin.reveal': { input: z.object({ handle: id }), output: z.object({ secret: z.string() }) },
  /** The path, where there is one, is added by the preload from a real File; the window cannot name one. */
  'file.import': {
    input: z.object({
      name: z.string().max(1000),
      bytes: z.instanceof(Uint8Array).optional(),
      /** `pdf` where left out. */
      kind: fileKindSchema.optional(),
    }),
    output: fileRefSchema,
  },
  /** By the system's dialog, several for `images` and `panels`. Empty where it was closed. */
  'file.choose': { input: z.object({ kind: fileKindSchema }), output: z.array(fileRefSchema) },
  /** The text of a stored table or other text file, at most 20 MB, whatever its encoding. */
  'file.text': { input: z.object({ sha256: id }), output: z.object({ text: z.string() }) },
  'file.sample': { input: none, output: fileRefSchema },
  'pdf.info': { input: z.object({ sha256: id }), output: pdfInfoSchema },
  /** A unit's submission (a job) or a plain call, decided by the endpoint's declaration. */
  'job.submit': {
    input: z.object({ endpoint: id, input: values, profileId: id.optional() }),
    output: z.object({ jobId: id }),
  },
  'call.run': {
    input: z.object({ endpoint: id, input: values, profileId: id.optional() }),
    /**
     * `asset`: an answer that is a file; `answer` is null then. Values that the endpoint declares as secret are
     * handles (SecretRef). `exchangeId` is -1 where the exchange could not be kept.
     */
    output: z.object({
      answer: z.unknown(),
      exchangeId: z.number().int(),
      asset: assetSchema.nullable(),
      /** True where parts of a huge answer are left out, `…` in their places. */
      shortened: z.boolean(),
    }),
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
  /** The live jobs that wait for the user, for the demo that hides them. Opens no history. */
  'job.liveNeedsYou': { input: none, output: z.number().int() },
  /** Units that this computer's jobs cost, by profile. */
  'job.spent': { input: none, output: z.record(z.string(), z.number().int()) },
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
  /** Takes up a job that the server already has, by its name there; costs nothing. The same one twice is one job. */
  'job.adopt': {
    input: z.object({ endpoint: id, remoteId: z.string().trim().min(1).max(200), input: values }),
    output: z.object({ jobId: id }),
  },
  /** Waits no longer for the answer to a submission. It may go on at the server, and is not sent again. */
  'job.giveUp': { input: z.object({ id }), output: none },
  /** Looks for a job in the server's own history. */
  'history.find': {
    input: z.union([z.object({ jobId: id }), z.object({ remoteId: z.string().min(1).max(200) })]),
    output: historyFindSchema,
  },
  /**
   * Fetches an ended job's files once more where they are missing, damaged or incomplete. Throws what the server says
   * where it has them no longer.
   */
  'job.fetchAgain': { input: z.object({ id }), output: none },
  /** Restores a forgotten job from there. Throws forgotten where the server has no result of it. */
  'job.recover': { input: z.object({ id }), output: none },
  /**
   * The way out of a damaged history: brings what can be read into a new one, or begins a new one. The damaged file is
   * kept in both cases.
   */
  'history.mend': { input: z.object({ how: z.enum(['rescue', 'anew']) }), output: none },
  'exchange.list': { input: z.object({ jobId: id }), output: z.array(exchangeSchema) },
  'exchange.get': { input: z.object({ id: z.number().int() }), output: exchangeSchema.nullable() },
  /** `jobId` is left out for the file of a plain call; `title` then gives the name that is suggested. */
  /** null: the user chose no place. */
  'asset.saveAs': {
    input: assetPlaceSchema,
    output: z.object({ saved: z.object({ name: z.string(), folder: z.string() }).nullable() }),
  },
  'asset.showInFolder': { input: assetPlaceSchema, output: none },
  /** The value of a stored JSON file of at most 20 MB. */
  'asset.json': { input: z.object({ sha256: id }), output: z.unknown() },
  'asset.copy': { input: z.object({ sha256: id }), output: none },
  /** Why a stored file is not shown; null where there is no reason. */
  'asset.problem': { input: z.object({ sha256: id }), output: appErrorSchema.nullable() },
  'draft.get': { input: z.object({ endpoint: id }), output: values.nullable() },
  'draft.set': { input: z.object({ endpoint: id, values: values.nullable() }), output: none },
  /** Presets that came with the program, and the user's own. */
  'figure.journals': { input: none, output: journalsSchema },
  /** Shows the file of the user's own presets in its folder; makes one with an example where there is none. */
  'figure.showPresets': { input: none, output: none },
  /** The journal's own page, in the browser. */
  'figure.openJournalPage': { input: z.object({ journal: id }), output: none },
  /** What the journal would say of the figure, fails first. */
  'figure.preflight': { input: preflightRequestSchema, output: preflightAnswerSchema },
  /** Size in bytes of the file, which is made and thrown away. */
  'figure.measure': {
    input: preflightRequestSchema.pick({ figure: true, output: true }),
    output: z.object({ bytes: z.number() }),
  },
  /** Asks where to, then writes. Null where the dialog was closed. `run` names it for `figure.stopExport`. */
  'figure.export': {
    input: preflightRequestSchema.pick({ figure: true, output: true }).extend({ run: id, name: z.string().max(200) }),
    output: exportedFileSchema.nullable(),
  },
  /** The same figure for several journals, into a folder that is asked for; a result for each, in their order. */
  'figure.exportBatch': {
    input: z.object({ run: id, name: z.string().max(200), items: z.array(batchItemSchema).min(1).max(50) }),
    output: z.object({ folder: z.string(), results: z.array(batchResultSchema) }).nullable(),
  },
  'figure.stopExport': { input: z.object({ run: id }), output: none },
  /** A file that was exported since the program started, in its folder. */
  'figure.showExport': { input: z.object({ path: z.string().max(4096) }), output: none },
  'clipboard.write': { input: z.object({ text: z.string().max(20_000_000) }), output: none },
  ...profileOperations,
  ...figureOperations,
  ...webhookOperations,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type OperationName = keyof typeof operations;
export type OperationInput<N extends OperationName> = z.infer<(typeof operations)[N]['input']>;
export type OperationOutput<N extends OperationName> = z.infer<(typeof operations)[N]['output']>;

/** Events say "look again"; they carry ids, never results. */
export const events = {
  'job.changed': z.object({ id }),
  /** Something about the live jobs has changed while the demo is shown. */
  'live.changed': z.object({}),
  /** `app.info` says something new about the history. */
  'history.opened': z.object({}),
  /** Of a batch of exports, `done` are written or have failed. */
  'figure.exported': z.object({ run: id, done: z.number().int(), total: z.number().int() }),
  'settings.changed': z.object({}),
  /** Something was thrown past everybody in the main process. It goes on, but may not be whole. */
  'program.fault': z.object({}),
  'profiles.changed': z.object({}),
  /** The mode has changed: everything that main owns is another. */
  'mode.changed': z.object({ mode: modeSchema }),
  navigate: z.object({
    screen: z.enum(['create', 'queue', 'library', 'figure', 'accounts', 'webhooks', 'settings']),
    jobId: id.optional(),
  }),
  command: z.object({ command: z.enum(['open-pdf', 'palette', 'submit', 'save-as']) }),
  /** A file that reached the program by the system (open with, a second start). */
  'file.opened': z.object({ file: fileRefSchema }),
  ...webhookEvents,
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
