import type { ProviderQuirks } from './quirks';

/**
 * `Run Not Found` speaks of the run, whatever shape its body has (none is documented); a model that is gone, or an
 * address that is none, may come back.
 */
export const bananadev: ProviderQuirks = {
  saysUnknown: (error) => error.code === 'not_found' && /^\s*run not found\b/i.test(error.data.detail ?? ''),
};
