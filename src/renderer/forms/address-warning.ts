/** Why nobody on the internet can post to an address; its words are `forms.address.<kind>`. */
export type AddressWarning = 'loopback' | 'private' | 'local';

const PRIVATE_4 =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const PRIVATE_6 = /^\[(?:f[cd]|fe[89ab])/;

/**
 * What a service on the internet would say to an address of this computer or this network. A warning, no error: a
 * server that somebody hosts at home reaches its own network well enough.
 */
export function addressWarning(text: string): AddressWarning | undefined {
  let host: string;
  try {
    host = new URL(text).hostname;
  } catch {
    return undefined;
  }
  if (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127\./.test(host) ||
    host === '[::1]' ||
    host === '0.0.0.0'
  )
    return 'loopback';
  if (PRIVATE_4.test(host) || PRIVATE_6.test(host)) return 'private';
  if (/\.(?:local|lan|home|internal|home\.arpa)$/.test(host) || (!host.includes('.') && !host.startsWith('[')))
    return 'local';
  return undefined;
}
