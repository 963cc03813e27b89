/** All words typed occur, wherever and in whatever case. */
export function matches(query: string, ...texts: readonly (string | undefined)[]): boolean {
  const haystack = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
