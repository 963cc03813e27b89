import { forgotten } from './forgotten';
import type { ProviderQuirks } from './quirks';

/**
 * FastAPI's own word for an address that it does not serve at all. It speaks of the base URL (another server, a
 * path in front), not of the task.
 */
const NO_SUCH_PATH = 'Not Found';

/**
 * Tasks live in the server's memory: after its restart each id that it gave out answers 404, completed ones too.
 * A 404 on a job that was accepted therefore means that the server has forgotten it. 401 and 403 stay what they
 * are: a used-up quota or a disabled key blocks reading while the task runs on.
 */
export const paperbanana: ProviderQuirks = {
  pollError: (error) => (error.code === 'not_found' && error.data.detail !== NO_SUCH_PATH ? forgotten(error) : error),
  // the image's own 404 is `Image not available yet`; only this text speaks of the task
  artifactError: (error) =>
    error.code === 'not_found' && /^task not found/i.test(error.data.detail ?? '') ? forgotten(error) : error,
};
