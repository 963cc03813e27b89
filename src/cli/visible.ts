/** What makes a terminal do something, or show a text in another order than it has. */
const TRICKS = /\p{Cc}|\p{Bidi_Control}|[\u2028\u2029\ufeff\ufff9-\ufffb]/gu;
const asEscape = (character: string): string => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** True where a text can be shown, and copied from what is shown, as it is. */
export const isPlain = (text: string): boolean => text.search(TRICKS) < 0;

/**
 * A text of a server, a webhook or a file as a terminal may get it: lines and tabs stay, everything else that would
 * move the cursor, change the title, reverse the order or hide is spelled out (`\u001b`).
 */
export function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(TRICKS, (character) => (character === '\n' || character === '\t' ? character : asEscape(character)));
}

/** The same for what must stay one line. */
export function visibleLine(text: string): string {
  return text.replace(TRICKS, asEscape);
}

/** JSON that can be printed to a terminal too: the same value, with escapes for what JSON itself would let through. */
export function jsonText(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent).replace(TRICKS, (character) =>
    character === '\n' ? character : asEscape(character),
  )}\n`;
}
