import { isFileRef } from '../../shared/file-ref';

/** Bytes of a picture, be it a handle or base64. */
export function imageBytes(image: unknown): number {
  if (isFileRef(image)) return image.bytes;
  const base64 = typeof image === 'string' ? image.replace(/^data:[^,]*,/, '').replace(/[\s=]/g, '') : '';
  return Math.floor((base64.length * 3) / 4);
}
