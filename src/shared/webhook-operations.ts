import { z } from 'zod';
import { appErrorSchema } from './app-error';
import { jobStateSchema, type JobState } from './job';
import { providerIdSchema, secretPlaceSchema } from './settings';
import {
  BODY_CHANGES,
  deliveryDetailSchema,
  deliverySchema,
  retryScheduleSchema,
  signatureReasonSchema,
  signatureVerdictSchema,
} from './webhook';

const none = z.undefined();
const id = z.string().max(100);
const deliveryId = z.number().int();
const url = z.string().max(2000);
/** The service itself takes any text; this is longer than anybody's. */
const secret = z.string().min(1).max(1000);

const profileSecretSchema = z.object({
  profileId: z.string(),
  name: z.string(),
  place: secretPlaceSchema,
  /** Last four characters, for telling secrets apart. */
  hint: z.string().nullable(),
});
export type ProfileSecretView = z.infer<typeof profileSecretSchema>;

const stateSchema = z.object({
  /** Null while nothing listens in this mode. */
  url: z.string().nullable(),
  host: z.string(),
  port: z.number().int(),
  startWithProgram: z.boolean(),
  /** Listening was wished for, and this came in its way. */
  error: appErrorSchema.nullable(),
  /** It listens for the other mode, and would stop there. */
  elsewhere: z.boolean(),
  secrets: z.array(profileSecretSchema),
});
export type WebhookState = z.infer<typeof stateSchema>;

/** A delivery in the list, with what is known here about whom it is for. */
const listedDeliverySchema = deliverySchema.extend({
  job: z.object({ id: z.string(), title: z.string(), state: jobStateSchema }).nullable(),
  /** Whose secret fits. */
  profileName: z.string().nullable(),
});
export interface ListedDelivery extends z.infer<typeof listedDeliverySchema> {
  job: { id: string; title: string; state: JobState } | null;
}

const shownDeliverySchema = deliveryDetailSchema.extend({
  job: listedDeliverySchema.shape.job,
  profileName: z.string().nullable(),
  /** As it came; null where the request had none. */
  received: z.string().nullable(),
  /** What the secrets that are kept now give for this body. */
  comparisons: z.array(
    z.object({
      profileId: z.string(),
      name: z.string(),
      /** Null where no secret is kept, or not all of the body. */
      expected: z.string().nullable(),
      /** So many characters are the same from the start. */
      common: z.number().int(),
    }),
  ),
});
export type ShownDelivery = z.infer<typeof shownDeliverySchema>;

const explanationSchema = z.object({
  verdict: signatureVerdictSchema,
  reason: signatureReasonSchema,
  expected: z.string(),
  common: z.number().int(),
  change: z.enum(BODY_CHANGES).nullable(),
  at: z.object({ line: z.number(), column: z.number(), offset: z.number() }).nullable(),
});
export type ShownExplanation = z.infer<typeof explanationSchema>;

const keySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('profile'), profileId: id }),
  z.object({ kind: z.literal('typed'), secret }),
]);
export type SigningKey = z.infer<typeof keySchema>;

const runSchema = z.object({
  id,
  url: z.string(),
  event: z.string(),
  schedule: retryScheduleSchema,
  startedAt: z.number(),
  attempts: z.array(
    z.object({
      attempt: z.number().int(),
      at: z.number(),
      took: z.number(),
      status: z.number().int().nullable(),
      failure: z.string().nullable(),
      nextIn: z.number().nullable(),
    }),
  ),
  state: z.enum(['sending', 'waiting', 'delivered', 'given_up', 'stopped']),
});
export type SendRun = z.infer<typeof runSchema>;

/** The part of the contract that is about webhooks. Secrets go in and never come out. */
export const webhookOperations = {
  'webhook.state': { input: none, output: stateSchema },
  /** Zero without opening anything where nothing was ever received. */
  'webhook.unread': { input: none, output: z.object({ unread: z.number().int() }) },
  /** Throws listen_failed. */
  'webhook.start': { input: none, output: none },
  'webhook.stop': { input: none, output: none },
  /** What is changed while it listens takes effect at once. Throws invalid_input, listen_failed. */
  'webhook.configure': {
    input: z.object({
      host: z.string().trim().max(100),
      port: z.number().int().min(1024).max(65_535),
      startWithProgram: z.boolean(),
      /** The user has read who can reach an address that is not this computer's own. */
      exposed: z.boolean(),
    }),
    output: none,
  },
  'webhook.list': {
    input: z.object({
      filter: z.enum(['all', 'unread', 'refused']),
      text: z.string().max(200).optional(),
      before: deliveryId.optional(),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({
      deliveries: z.array(listedDeliverySchema),
      /** Of this filter and text. */
      total: z.number().int(),
      counts: z.object({ all: z.number().int(), unread: z.number().int(), refused: z.number().int() }),
    }),
  },
  'webhook.get': { input: z.object({ id: deliveryId }), output: shownDeliverySchema.nullable() },
  'webhook.markSeen': { input: z.object({ id: z.union([deliveryId, z.literal('all')]) }), output: none },
  'webhook.clear': { input: none, output: none },
  /** Judges a stored delivery once more, by the secrets that are kept now. */
  'webhook.recheck': { input: z.object({ id: deliveryId }), output: none },
  'webhook.setSecret': {
    input: z.object({ profileId: id, secret, keep: z.enum(['keychain', 'session']) }),
    output: none,
  },
  'webhook.deleteSecret': { input: z.object({ profileId: id }), output: none },
  'webhook.explain': {
    input: z.object({ body: z.string().max(4_000_000), header: z.string().max(4000), key: keySchema }),
    output: explanationSchema,
  },
  /** Begins a delivery to `url`; `webhook.run` tells how it goes. Demo mode sends to this computer only. */
  'webhook.send': {
    input: z.object({
      url,
      provider: providerIdSchema.exclude(['bananadev']),
      outcome: z.enum(['completed', 'failed']),
      picture: z.enum(['with', 'without', 'text']),
      key: keySchema.nullable(),
      schedule: retryScheduleSchema,
    }),
    output: z.object({ run: id }),
  },
  /** The same bytes under the same signature once more. */
  'webhook.replay': {
    input: z.object({ id: deliveryId, url }),
    output: z.object({ run: id }),
  },
  'webhook.run': { input: z.object({ run: id }), output: runSchema.nullable() },
  'webhook.stopRun': { input: z.object({ run: id }), output: none },
} as const;

export const webhookEvents = {
  /** Something was received, seen, cleared or judged anew; several times a second at most. */
  'webhooks.changed': z.object({}),
  /** The listener, its settings or a secret. */
  'webhooks.state': z.object({}),
  'webhooks.run': z.object({ run: id }),
} as const;
