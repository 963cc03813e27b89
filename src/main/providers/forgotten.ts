import { AppError } from '../../shared/app-error';

/** The server says that it has no such job: as an error of its own, for it had accepted it. */
export function forgotten(error: AppError): AppError {
  const { status, detail, raw } = error.data;
  return new AppError(
    'forgotten',
    { ...(status !== undefined && { status }), ...(detail !== undefined && { detail }), ...(raw && { raw }) },
    { cause: error },
  );
}
