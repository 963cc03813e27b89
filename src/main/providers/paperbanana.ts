import { AppError } from '../../shared/app-error';
import { forgotten } from './forgotten';
import { jsonDetail } from './json-detail';
import type { ProviderQuirks } from './quirks';

/**
 * Tasks live in the server's memory: after its restart each id that it gave out answers 404, completed ones too. Only
 * these words, in JSON, speak of the task. FastAPI's own `Not Found` speaks of the address, and any other 404 is that
 * of something in front of the server. 401 and 403 stay what they are: a used-up quota or a disabled key blocks reading
 * while the task runs on.
 */
const saysUnknown = (error: AppError): boolean =>
  error.code === 'not_found' && /^task not found\b/i.test(jsonDetail(error) ?? '');

export const paperbanana: ProviderQuirks = {
  saysUnknown,
  artifactError(error) {
    if (saysUnknown(error)) return forgotten(error);
    // the image's own 404 is `Image not available yet`; without a word of the server's nothing is known of the image
    if (error.code !== 'not_found' || jsonDetail(error) !== undefined) return error;
    const params = { status: error.data.status ?? 404 };
    return new AppError('gateway_page', { ...error.data, retryable: true, params }, { cause: error });
  },
};
