import type { Redactor } from './redact';

/** More than what is shown: it is cut only after it was redacted, or half a secret could stand at the cut. */
const DETAIL_LIMIT = 20_000;

/** A JSON text as a value; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A web page where an answer was expected, told by its type or its first character: JSON never begins with `<`. */
export function isHtml(contentType: string, text: string): boolean {
  return /\b(text\/html|application\/xhtml\+xml)\b/i.test(contentType) || /^\uFEFF?\s*</.test(text);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/**
 * The server's own words in an error's body. No provider promises one shape, so these are tried in turn: `detail`
 * as text or `{message}`, `message`, `error` as text or `{message}`, `data.message`, then a plain text as it is.
 * HTML gives nothing. Redact it, and cut it, before it goes anywhere.
 */
export function readDetail(contentType: string, text: string, json = parseJson(text)): string | undefined {
  if (isHtml(contentType, text)) return undefined;
  const found =
    json === undefined
      ? textOf(text)
      : (textOf(fieldOf(json, 'detail')) ??
        textOf(fieldOf(fieldOf(json, 'detail'), 'message')) ??
        textOf(fieldOf(json, 'message')) ??
        textOf(fieldOf(json, 'error')) ??
        textOf(fieldOf(fieldOf(json, 'error'), 'message')) ??
        textOf(fieldOf(fieldOf(json, 'data'), 'message')) ??
        textOf(json));
  return found?.slice(0, DETAIL_LIMIT);
}

/** FastAPI's validation list repeats what was sent under `input`: a whole PDF, a webhook's secret. */
function withoutEchoes(json: unknown): unknown {
  const detail = fieldOf(json, 'detail');
  if (!Array.isArray(detail)) return json;
  const kept = detail.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'input'));
  });
  return Object.assign({}, json, { detail: kept });
}

/** The first `limit` characters, with `…` where there were more. */
export function cutText(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** Of a page's markup; what an unclosed tag costs grows with its square. */
const PAGE_LIMIT = 16_000;

/** The words of a web page without its markup: a proxy's error page says something, its HTML helps nobody. */
function wordsOfPage(html: string): string {
  return html
    .slice(0, PAGE_LIMIT)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * An answer's text as it may be kept: redacted, echoes dropped, long base64 shortened, cut to `limit` characters.
 * `json`: its value, where it is JSON and short enough to walk through; else the text's beginning is all there is.
 */
export function presentableText(text: string, redactor: Redactor, limit: number, json: unknown): string {
  if (json !== undefined) return cutText(JSON.stringify(redactor.value(withoutEchoes(json))), limit);
  if (isHtml('', text)) return cutText(wordsOfPage(redactor.text(text.slice(0, 2 * PAGE_LIMIT))), limit);
  // more than what is shown, for base64 is shortened on the way
  const begun = redactor.text(text.slice(0, 8 * limit));
  return text.length > 8 * limit && begun.length <= limit ? `${begun}…` : cutText(begun, limit);
}
