/** Invisible characters that copying from web pages and chats brings along. */
const INVISIBLE = /[\s\u200B-\u200D\u2060\uFEFF]+/g;
const QUOTES = /^(["'`“”‘’])(.*)(["'`“”‘’])$/;

/**
 * A pasted key as its server gave it out: one line without white space, quotes or a leading "Bearer".
 * Keys have no spaces, so all of them can go.
 */
export function cleanSecret(pasted: string): string {
  const oneLine = pasted.trim().replace(/^(authorization:\s*)?bearer\s+/i, '');
  const bare = oneLine.replace(INVISIBLE, '');
  return QUOTES.exec(bare)?.[2] ?? bare;
}
