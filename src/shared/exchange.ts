import { z } from 'zod';
import { appErrorSchema } from './app-error';

/** One request and its answer for the inspector. Redacted where it is made: no secret ever stands in it. */
export const exchangeSchema = z.object({
  id: z.number().int(),
  jobId: z.string().nullable(),
  endpoint: z.string(),
  method: z.string(),
  url: z.string(),
  requestHeaders: z.record(z.string(), z.string()),
  /** JSON text of the body with files as `name, size`; null without a body. */
  requestBody: z.string().nullable(),
  /** Size on the wire in bytes. */
  requestBytes: z.number().int(),
  status: z.number().int().nullable(),
  responseHeaders: z.record(z.string(), z.string()),
  /** Text, cut to 64 kB, long base64 shortened; null for binary answers and where none came. */
  responseBody: z.string().nullable(),
  responseBytes: z.number().int(),
  /** ms since epoch. */
  queuedAt: z.number(),
  sentAt: z.number(),
  firstByteAt: z.number().nullable(),
  doneAt: z.number().nullable(),
  /** 2 where a GET met a reset connection and was repeated once. */
  attempts: z.number().int(),
  error: appErrorSchema.nullable(),
  /** Which of an endpoint's two address formats this request used; null where there is one only. */
  format: z.enum(['new', 'old']).nullable().default(null),
});
export type Exchange = z.infer<typeof exchangeSchema>;
export type NewExchange = Omit<Exchange, 'id'>;
