const MAX_REDIRECTS = 3;
const REDIRECT = /^30[12378]$/;

/** Where a request goes, and whether it may carry the credential there. */
export interface Hop {
  url: string;
  credential: boolean;
  count: number;
}

export function isRedirect(status: number): boolean {
  return REDIRECT.test(String(status));
}

function parse(url: string, base?: string): URL | undefined {
  try {
    return new URL(url, base);
  } catch {
    return undefined;
  }
}

/**
 * True where answers may come from: https anywhere, else only the origin that the user has set as base. Keeps a
 * server from steering downloads to plain http services inside the user's network.
 */
export function mayFetchFrom(url: string, baseUrl: string): boolean {
  const target = parse(url);
  if (!target || target.username !== '' || target.password !== '') return false;
  return target.protocol === 'https:' || (target.protocol === 'http:' && target.origin === parse(baseUrl)?.origin);
}

/**
 * The next hop of a GET, or undefined where the redirect is not followed: more than three, an address that
 * `mayFetchFrom` refuses, or one on another origin that spells the secret out. The credential is dropped at the
 * first change of origin and does not come back, so a server cannot fetch it by way of a third one.
 */
export function nextHop(hop: Hop, location: string | null, baseUrl: string, secret: string | null): Hop | undefined {
  if (location === null || hop.count >= MAX_REDIRECTS) return undefined;
  const from = parse(hop.url);
  const to = parse(location, hop.url);
  if (!from || !to || !mayFetchFrom(to.href, baseUrl)) return undefined;
  const sameOrigin = from.origin === to.origin;
  const leaks = secret !== null && (to.href.includes(secret) || to.href.includes(encodeURIComponent(secret)));
  if (!sameOrigin && leaks) return undefined;
  return { url: to.href, credential: hop.credential && sameOrigin, count: hop.count + 1 };
}
