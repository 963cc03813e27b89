import type { z } from 'zod';
import { keyDetailSchema, keyRecordSchema } from '../../shared/endpoints/paperbanana-admin';
import { isSecretRef, maskSecret, shownSecretSchema, type SecretRef } from '../../shared/secret-ref';

const key = shownSecretSchema;

export const shownKeySchema = keyRecordSchema.extend({ key });
export type ShownKey = z.infer<typeof shownKeySchema>;

export const shownKeyDetailSchema = keyDetailSchema.extend({ key });
export type ShownKeyDetail = z.infer<typeof shownKeyDetailSchema>;

/** What may stand on the screen of a key: a text that came through whole is masked here as well. */
export function keyHint(value: string | SecretRef): string {
  if (isSecretRef(value)) return value.hint;
  return /[•*…]|\.\.\./.test(value) ? value : maskSecret(value);
}

/** Servers write dates with and without a zone; without one they mean UTC. Undefined for what is no date. */
export function momentOf(text: string | null | undefined): number | undefined {
  if (!text) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) || !text.includes(':') ? text : `${text.replace(' ', 'T')}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? undefined : at;
}
