import { forgotten } from './forgotten';
import type { ProviderQuirks } from './quirks';

/**
 * A 404 with words of the API itself speaks of the job: unknown, or another account's. FastAPI's own `Not Found`
 * and an empty 404 speak of the address.
 */
export const bananahub: ProviderQuirks = {
  pollError: (error) => {
    const { detail } = error.data;
    return error.code === 'not_found' && detail !== undefined && detail !== 'Not Found' ? forgotten(error) : error;
  },
};
