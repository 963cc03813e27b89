import { createHash } from 'node:crypto';

const PREFIX = 'environment';

/** The account of a job that was submitted with a key from a variable before such accounts told which. */
export const UNMARKED_ENVIRONMENT = PREFIX;

/**
 * The account of a key that stands in a variable. It holds a mark of key and server together, so that a job that was
 * left is asked about with that very key at that very server, or not at all. 32 bits: enough to tell keys apart, too
 * few to find one by.
 */
export function environmentAccount(baseUrl: string, secret: string): string {
  const { origin } = new URL(baseUrl);
  const mark = createHash('sha256').update(`plantain key\n${origin}\n${secret}`).digest('hex').slice(0, 8);
  return `${PREFIX}:${mark}`;
}

export function isEnvironmentAccount(id: string): boolean {
  return id === PREFIX || id.startsWith(`${PREFIX}:`);
}
