/** Hosts whose pages the program itself links to: documentation and sign-up of the three services. */
const DOCUMENTATION_HOSTS: readonly string[] = [
  'paperbanana.me',
  'bananahub.io',
  'lowcodeapi.com',
  'banana.dev',
  'github.com',
  'electronjs.org',
];

/**
 * The address to hand to the system's browser, or undefined where it may not go out: only https, no user name,
 * and only the documentation's hosts (with their subdomains) or a host that the user entered as a server.
 * Anything else could start a program (`file:`, `smb:`, custom schemes) or carry data out in its address.
 */
export function allowedLink(address: string, profileBaseUrls: readonly string[]): string | undefined {
  const url = parse(address);
  if (!url || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  const documented = DOCUMENTATION_HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  const own = profileBaseUrls.some((base) => parse(base)?.host === url.host);
  return documented || own ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
