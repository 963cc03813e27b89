import { jsonDetail } from './json-detail';
import type { ProviderQuirks } from './quirks';

/**
 * A 404 with words of the API itself that name a job: it is unknown, or another account's. Its exact text is documented
 * nowhere. What names none speaks of the address, or comes from something in front of the server.
 */
export const bananahub: ProviderQuirks = {
  saysUnknown: (error) => error.code === 'not_found' && /\b(?:job|generation|task)\b/i.test(jsonDetail(error) ?? ''),
};
