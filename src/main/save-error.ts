import { basename, dirname } from 'node:path';
import { AppError, type ErrorCode } from '../shared/app-error';
import { asDiskError, systemCode } from './assets/disk-error';

/** What the system says when it refuses a place that somebody chose, by what helps then. */
const REASONS: Readonly<Record<string, ErrorCode>> = {
  EACCES: 'save_forbidden',
  EPERM: 'save_forbidden',
  EROFS: 'save_forbidden',
  EBUSY: 'save_forbidden',
  ETXTBSY: 'save_forbidden',
  ENOENT: 'save_no_folder',
  ENOTDIR: 'save_no_folder',
  ELOOP: 'save_no_folder',
  ENXIO: 'save_no_folder',
  EISDIR: 'save_bad_name',
  EEXIST: 'save_bad_name',
  ENOTEMPTY: 'save_bad_name',
  ENAMETOOLONG: 'save_bad_name',
  EINVAL: 'save_bad_name',
  EILSEQ: 'save_bad_name',
  ERR_INVALID_ARG_VALUE: 'save_bad_name',
  ENOSPC: 'save_no_room',
  EDQUOT: 'save_no_room',
  EFBIG: 'save_no_room',
};

/** A failure to write where the user wished it, with the file and the folder that the user chose. */
export function asSaveError(error: unknown, target: string): AppError {
  if (error instanceof AppError) return error;
  const code = REASONS[systemCode(error) ?? ''];
  if (code === undefined) return asDiskError(error);
  return new AppError(code, { params: { name: basename(target), folder: dirname(target) } }, { cause: error });
}
