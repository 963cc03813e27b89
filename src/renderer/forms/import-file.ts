import { AppError } from '../../shared/app-error';
import type { FileKind } from '../../shared/contract';
import type { FileRef } from '../../shared/file-ref';
import { call } from '../api';

/** A File without a path (made by a page or by a program that hands over bytes) comes as its bytes, within the limit. */
async function importBytes(file: File, kind: FileKind): Promise<FileRef> {
  const limit = (await call('settings.get', undefined)).maxFileMegabytes;
  if (file.size > limit * 1_000_000)
    throw new AppError('file_too_large', { params: { megabytes: Math.ceil(file.size / 1_000_000), limit } });
  return call('file.import', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind });
}

/** Has main take in a file that the user handed over. Throws AppError: file_missing, file_too_large, not_a_pdf… */
export async function importFile(file: File, kind: FileKind): Promise<FileRef> {
  try {
    return await call('file.import', { name: file.name, kind }, file);
  } catch (error) {
    if (error instanceof AppError && error.code === 'file_missing') return importBytes(file, kind);
    throw error;
  }
}
