/** An answer as it may be shown: never markup, which helps nobody and looks like the answer. */
export type BodyText = { kind: 'text'; text: string } | { kind: 'page'; words: string };

const typeOf = (headers: Record<string, string>): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';

/** Of a page's markup; main has taken the words out already, but for pages that it did not know as such. */
const MARKUP = /<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<[^>]*>/gi;
const LIMIT = 16_000;

/** JSON indented, pages by their words, anything else as the server wrote it. */
export function bodyText(body: string, headers: Record<string, string>): BodyText {
  try {
    return { kind: 'text', text: JSON.stringify(JSON.parse(body), null, 2) };
  } catch {
    const page =
      /\b(text\/html|application\/xhtml\+xml)\b/i.test(typeOf(headers)) || /^\uFEFF?\s*<(!doctype|html)/i.test(body);
    if (!page) return { kind: 'text', text: body };
    return { kind: 'page', words: body.slice(0, LIMIT).replace(MARKUP, ' ').replace(/\s+/g, ' ').trim() };
  }
}
