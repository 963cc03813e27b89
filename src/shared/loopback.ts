/**
 * Whether a host's name is this very computer. `URL` puts every spelling of an IPv4 address (`127.1`, `0x7f000001`)
 * into four decimal numbers.
 */
export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|\[?::1\]?|127\.\d+\.\d+\.\d+)$/.test(hostname);
}

/** Whether a server at this address runs on this computer; false for what is no address. */
export function isLoopbackUrl(address: string): boolean {
  try {
    return isLoopback(new URL(address).hostname);
  } catch {
    return false;
  }
}
