import { basename } from 'node:path';
import { AppError } from '../../../shared/app-error';
import { LIMITS } from './limits';

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** A file that cannot be a panel, named by its last part: the window shows no paths. */
export const pictureError = {
  missing: (path: string, cause: unknown) =>
    new AppError('file_missing', { params: { file: basename(path) }, detail: basename(path) }, { cause }),
  empty: (path: string) => new AppError('file_empty', { params: { file: basename(path) }, detail: basename(path) }),
  bytes: (path: string, bytes: number) =>
    new AppError('file_too_large', {
      params: { file: basename(path), megabytes: megabytes(bytes), limit: megabytes(LIMITS.fileBytes) },
    }),
  unsupported: (path: string, cause?: unknown) =>
    new AppError('image_unsupported', { params: { file: basename(path) } }, { cause }),
  damaged: (path: string, cause?: unknown) =>
    new AppError('image_damaged', { params: { file: basename(path) } }, { cause }),
  unsafe: (path: string) => new AppError('picture_unsafe', { params: { file: basename(path) } }),
  outside: (path: string, target: string) =>
    new AppError('svg_external', { params: { file: basename(path), target: target.slice(0, 80) } }),
  pixels: (path: string, width: number, height: number) =>
    new AppError('image_too_large', { params: { file: basename(path), width, height, limit: LIMITS.pixels } }),
};
