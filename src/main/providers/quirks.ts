import type { AppError } from '../../shared/app-error';

/** What one provider means by an error that the common map reads otherwise. Each gives the error to throw. */
export interface ProviderQuirks {
  /** An error of asking for a job that the server had accepted. */
  pollError?(error: AppError): AppError;
  /** An error of fetching what a finished job left. */
  artifactError?(error: AppError): AppError;
}
