import type { ProviderId } from '../../shared/settings';
import { bananadev } from './bananadev';
import { bananahub } from './bananahub';
import { paperbanana } from './paperbanana';
import type { ProviderQuirks } from './quirks';

/** What a provider means otherwise than the common map. */
export const QUIRKS: Record<ProviderId, ProviderQuirks> = { paperbanana, bananahub, bananadev };
