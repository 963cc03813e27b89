import { AppError } from '../../shared/app-error';
import type { FileStore } from './store';

/** A stored file that goes to the window as a value. Throws file_missing, and file_too_large past the limit. */
export async function readSmall(
  files: Pick<FileStore, 'bytes' | 'read'>,
  sha256: string,
  maxBytes: number,
): Promise<Buffer> {
  const bytes = await files.bytes(sha256);
  const megabytes = Math.ceil(bytes / 100_000) / 10;
  if (bytes > maxBytes) throw new AppError('file_too_large', { params: { bytes, megabytes, limit: maxBytes / 1e6 } });
  return files.read(sha256);
}
