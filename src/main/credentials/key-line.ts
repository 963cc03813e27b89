/**
 * What stands in front of a key and its server in a vault. Keys hold no spaces, so a line with this beginning is
 * never a key by itself; and versions that knew only bare keys refuse such a line instead of sending it.
 */
const FORMAT = 'plantain-1';

export interface KeptKey {
  secret: string;
  /** The origin that the key was entered for; null where an older version kept it, which noted none. */
  server: string | null;
}

/** Scheme, host and port: what a key is entered for. */
export const serverOf = (address: string): string => new URL(address).origin;

/** The line that a vault keeps. The server stands beside the key, for settings are a file that anybody may edit. */
export function keyLine({ secret, server }: KeptKey): string {
  return server === null ? secret : `${FORMAT} ${server} ${secret}`;
}

export function readKeyLine(line: string): KeptKey {
  const [format, server, secret] = line.split(' ');
  return format === FORMAT && server && secret ? { secret, server } : { secret: line, server: null };
}
