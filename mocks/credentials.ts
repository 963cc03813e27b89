import type { ProviderId } from '../src/shared/settings';

/** The keys that demo mode's accounts carry. Worth nothing anywhere else. */
export const DEMO_CREDENTIALS: Record<ProviderId, { user: string; admin: string }> = {
  paperbanana: { user: 'pb_demo00000000000000000000000000000', admin: 'pb_admin_demo0000000000000000000000' },
  bananahub: { user: 'bh_demo00000000000000000000000000000', admin: 'bh_demo00000000000000000000000000000' },
  bananadev: { user: 'bd_demo00000000000000000000000000000', admin: 'bd_demo00000000000000000000000000000' },
};

/** A BananaHub key of another account that may use the oldest model only. */
export const LIMITED_HUB_KEY = 'bh_limited000000000000000000000000000';

/** What the demo's own key signs its webhooks with, until its administrator sets another. */
export const DEMO_WEBHOOK_SECRET = 'whsec_demo_0000000000000000';
