/** A server's address in a table: without `https://`, which is the rule, and the last slash. */
export function shownAddress(address: string): string {
  return address.replace(/^https:\/\//, '').replace(/\/$/, '');
}
