import { z } from 'zod';

/**
 * A file that the main process has taken in. The renderer and the history hold this handle only;
 * the bytes stay in the content-addressed store and become base64 inside the request that needs them.
 */
export const fileRefSchema = z.strictObject({
  /** SHA-256 of the content, lower-case hex: the name of the file in the store. */
  $file: z.string().regex(/^[0-9a-f]{64}$/),
  /** The name to show. Comes from outside and is never used as a path. */
  name: z.string().max(255),
  /** Size in bytes, before base64. */
  bytes: z.number().int().nonnegative(),
  mediaType: z.string().max(100),
});
export type FileRef = z.infer<typeof fileRefSchema>;

export function isFileRef(value: unknown): value is FileRef {
  return fileRefSchema.safeParse(value).success;
}

/** Length of the base64 text (with padding) of `bytes` bytes. */
export function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
