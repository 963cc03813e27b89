import { forgotten } from './forgotten';
import type { ProviderQuirks } from './quirks';

/** `Run Not Found` speaks of the run; a model that is gone, or an address that is none, may come back. */
export const bananadev: ProviderQuirks = {
  pollError: (error) =>
    error.code === 'not_found' && /\brun not found\b/i.test(error.data.detail ?? '') ? forgotten(error) : error,
};
