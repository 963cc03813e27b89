/** A word as a POSIX shell reads it back: inside single quotes it reads nothing; the quote itself has to leave them. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The same, bare where no shell finds anything in it. */
export function quotedIfNeeded(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text);
}
