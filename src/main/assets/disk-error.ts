import { AppError } from '../../shared/app-error';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A failure of the file system as an expected error. Names no path: those are the user's. AppErrors pass through. */
export function asDiskError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = systemCode(error);
  if (code && FULL.has(code)) return new AppError('disk_full', { retryable: true }, { cause: error });
  return new AppError('disk_error', code ? { detail: code } : {}, { cause: error });
}
