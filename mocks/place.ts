import type { ProviderId } from '../src/shared/settings';

/** Which of the mock's servers an address means. */
export interface Place {
  server: ProviderId | 'cdn';
  /** All in front of `path`, without a slash at its end. */
  base: string;
  /** Below the provider's base address, as the catalogue writes it. */
  path: string;
}

const HUB_BASE = /^((?:\/.*?)?\/bananahub)((?:\/api)?\/v1)?(?=\/|$)/;
const DEV_BASE = /^(?:\/.*?)?\/bananadev(?=\/|$)/;

const cut = (url: URL, prefix: string, server: Place['server']): Place => ({
  server,
  base: url.origin + prefix,
  path: url.pathname.slice(prefix.length) || '/',
});

/**
 * The providers' own hosts, and on any other host (a mock on loopback, a gateway) the provider's name as a part
 * of the path. What names nobody is PaperBanana's: people host it themselves, under any address.
 */
export function placeOf(address: string): Place {
  const url = new URL(address);
  const { hostname, pathname } = url;
  if (hostname === 'cdn.bananahub.io') return cut(url, '', 'cdn');
  if (hostname === 'bananahub.io') return cut(url, /^(?:\/api)?\/v1(?=\/|$)/.exec(pathname)?.[0] ?? '', 'bananahub');
  const dev = DEV_BASE.exec(pathname);
  if (dev) return cut(url, dev[0], 'bananadev');
  const hub = HUB_BASE.exec(pathname);
  if (!hub) return cut(url, /^(.*?)(?=\/api(?:\/|$))/.exec(pathname)?.[0] ?? '', 'paperbanana');
  const cdn = `${hub[1] ?? ''}/cdn`;
  return pathname.startsWith(`${cdn}/`) ? cut(url, cdn, 'cdn') : cut(url, hub[0], 'bananahub');
}

/** Where pictures of a BananaHub at `base` lie: on a host of their own, or below the same loopback server. */
export function cdnOf(base: string): string {
  const url = new URL(base);
  if (url.hostname === 'bananahub.io') return 'https://cdn.bananahub.io';
  return `${base.replace(/(?:\/api)?\/v1$/, '')}/cdn`;
}
