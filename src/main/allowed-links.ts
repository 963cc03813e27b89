/**
 * The address to hand to the system's browser, or undefined where it may not go out. It has to stand in the list as a
 * whole: with a host alone on the list, whatever runs in the window could carry data out in the rest of the address.
 * Only https without a user name: anything else could start a program (`file:`, `smb:`, custom schemes).
 */
export function allowedLink(address: string, list: readonly string[]): string | undefined {
  const url = parse(address);
  if (!url || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return undefined;
  return list.some((one) => parse(one)?.href === url.href) ? url.href : undefined;
}

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
