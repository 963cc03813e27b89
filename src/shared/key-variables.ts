import type { Credential } from './endpoints/endpoint';
import type { ProviderId } from './settings';

/** The variables of the environment from which the command line and copied code take keys. */
export const KEY_VARIABLES: Record<ProviderId, { user: string; admin: string }> = {
  paperbanana: { user: 'PLANTAIN_PAPERBANANA_KEY', admin: 'PLANTAIN_PAPERBANANA_ADMIN_KEY' },
  bananahub: { user: 'PLANTAIN_BANANAHUB_KEY', admin: 'PLANTAIN_BANANAHUB_KEY' },
  bananadev: { user: 'PLANTAIN_BANANADEV_TOKEN', admin: 'PLANTAIN_BANANADEV_TOKEN' },
};

/** Whose key an endpoint takes; what needs none counts as the user's. */
export function roleOf(credential: Credential): 'user' | 'admin' {
  return credential.kind === 'bearer' ? credential.role : 'user';
}
