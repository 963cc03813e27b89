import { z } from 'zod';

/**
 * A secret that an answer held (the key of an account, listed by an admin) and that the main process keeps in
 * memory. The window holds this handle; the secret goes from main into the request that needs it.
 */
export const secretRefSchema = z.strictObject({
  $secret: z.string().min(1).max(100),
  /** First letters and last four characters, for telling keys apart. */
  hint: z.string().max(40),
});
/** A secret as an answer shows it to the window: a handle, or what the server itself has shortened. */
export const shownSecretSchema = z.union([secretRefSchema, z.string()]);
export type SecretRef = z.infer<typeof secretRefSchema>;

export function isSecretRef(value: unknown): value is SecretRef {
  return secretRefSchema.safeParse(value).success;
}

/** `pb_••••a41f`: enough to tell two keys apart, not enough to use one. */
export function maskSecret(secret: string): string {
  const start = /^[a-z]{2,4}_/i.exec(secret)?.[0] ?? '';
  return `${start}••••${secret.length >= start.length + 8 ? secret.slice(-4) : ''}`;
}
