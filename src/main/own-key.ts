/** What stands before and behind the mask of a key that a server shortens: `pb_a1b2c3...`, `pb_••••a41f`. */
const MASK = /^(?<start>[^•*….]*)(?:\.{3,}|[•*…]+)(?<end>[^•*….]*)$/;
/** Fewer characters than this tell no two keys apart. */
const ENOUGH_OF_START = 9;
const ENOUGH_OF_END = 4;

function fits(own: string, listed: string): boolean {
  const { start, end } = MASK.exec(listed)?.groups ?? {};
  if (start === undefined || end === undefined) return listed === own;
  if (start.length < ENOUGH_OF_START && end.length < ENOUGH_OF_END) return false;
  return own.length > start.length + end.length && own.startsWith(start) && own.endsWith(end);
}

/** The place of an account's own key in a server's list. Where two look like it nobody knows, and null is the answer. */
export function ownKeyAt(own: string, listed: readonly string[]): number | null {
  const [first, second] = listed.flatMap((key, index) => (fits(own, key) ? [index] : []));
  return second === undefined ? (first ?? null) : null;
}
