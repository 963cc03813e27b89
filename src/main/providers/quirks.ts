import type { AppError } from '../../shared/app-error';

/** What one provider means by an error that the common map reads otherwise. Each gives the error to throw. */
export interface ProviderQuirks {
  /**
   * True where the service itself says that it has no such job. That it was able to look is also the proof that it has
   * taken the key.
   */
  saysUnknown(error: AppError): boolean;
  /** An error of fetching what a finished job left. */
  artifactError?(error: AppError): AppError;
}
