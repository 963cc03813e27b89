import { z } from 'zod';

/** What the signature of a delivery says about who sent it. */
const SIGNATURE_VERDICTS = ['good', 'wrong', 'missing', 'no-secret'] as const;
export const signatureVerdictSchema = z.enum(SIGNATURE_VERDICTS);
export type SignatureVerdict = z.infer<typeof signatureVerdictSchema>;

/** Why a signature is not good, in words under `webhooks.reason.<code>`. */
const SIGNATURE_REASONS = [
  'matches',
  'differs',
  'no_header',
  'not_sha256',
  'not_hex',
  'wrong_length',
  'several_headers',
  'no_secret_kept',
  'never_signed',
  'not_read',
] as const;
export const signatureReasonSchema = z.enum(SIGNATURE_REASONS);
export type SignatureReason = z.infer<typeof signatureReasonSchema>;

/** Why a request was no delivery, in words under `webhooks.refusal.<code>`. */
const REFUSALS = ['method', 'media_type', 'too_large', 'not_json', 'not_an_object', 'encoding', 'busy'] as const;
export const refusalSchema = z.enum(REFUSALS);
export type Refusal = z.infer<typeof refusalSchema>;

/** What was done to the bytes between the sender and whoever pasted them, in words under `webhooks.change.<code>`. */
export const BODY_CHANGES = [
  'newline_added',
  'newline_lost',
  'crlf',
  'unicode_unescaped',
  'unicode_escaped',
  'spaces_removed',
  'reformatted',
  'bom_added',
  'secret_spaces',
] as const;
export type BodyChange = (typeof BODY_CHANGES)[number];

/** How many characters two texts have in common from their start. */
export function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

export const deliverySchema = z.object({
  id: z.number().int(),
  /** ms since epoch. */
  at: z.number(),
  /** Address of whoever sent it. */
  from: z.string(),
  path: z.string(),
  provider: z.enum(['paperbanana', 'bananahub', 'unknown']),
  event: z.string().nullable(),
  taskId: z.string().nullable(),
  signature: signatureVerdictSchema,
  reason: signatureReasonSchema,
  /** Profile whose secret fits. */
  profileId: z.string().nullable(),
  /** The same body for the same task came before. */
  duplicate: z.boolean(),
  /** 1 for the first delivery of this body. */
  attempt: z.number().int(),
  /** HTTP status that it was answered with. */
  status: z.number().int(),
  refusal: refusalSchema.nullable(),
  /** Size of the body in bytes. */
  bytes: z.number().int(),
  /** A job of this history that was asked about because of it. */
  jobId: z.string().nullable(),
  seen: z.boolean(),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const deliveryDetailSchema = deliverySchema.extend({
  /** Lower-case names. */
  headers: z.record(z.string(), z.string()),
  /** The body as text (UTF-8; what is none is replaced), cut to 256 kB. */
  body: z.string(),
  /** True where `body` is not all of it or not exactly it. */
  bodyCut: z.boolean(),
});
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;

/** When a delivery that failed is sent again, in ms after the attempt before. */
export const RETRY_SCHEDULES = {
  documented: [5000, 15_000, 60_000],
  observed: [5000, 20_000],
  none: [],
} as const satisfies Record<string, readonly number[]>;
export const retryScheduleSchema = z.enum(['documented', 'observed', 'none']);
export type RetrySchedule = z.infer<typeof retryScheduleSchema>;

export const SIGNATURE_HEADER = 'x-paperbanana-signature';
export const EVENT_HEADER = 'x-paperbanana-event';

/** Python's `json.dumps` as PaperBanana signs it: `", "` and `": "`, everything beyond ASCII as `\uXXXX`. */
export function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${members.map(([key, item]) => `${escapeUnicode(JSON.stringify(key))}: ${pythonJson(item)}`).join(', ')}}`;
  }
  return escapeUnicode(JSON.stringify(value ?? null));
}

/** Everything beyond ASCII as `\uXXXX`, as Python writes it. */
export function escapeUnicode(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
