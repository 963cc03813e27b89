import { describeFields } from '../../shared/fields';
import { isFileRef } from '../../shared/file-ref';
import type { WireEndpoint } from './wire-endpoint';
import { shortenBase64 } from './shorten-base64';

const MASK = '•••';

/** Keys of whatever account, as PaperBanana's admin answers list them in full: only the end is kept. */
const KEY_LIKE = /\bpb_[A-Za-z0-9]{20,}/g;
/** What makes a presigned address a secret of its own. */
const SIGNATURE = /([?&](?:X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|Signature|sig)=)[^&"'\s]+/gi;
/** Anything shorter turns up in a picture's base64 by chance, and replacing it there would break the picture. */
const SHORTEST_IN_DATA = 8;
/** A value of one or two letters is no secret, and replacing it everywhere would make the rest unreadable. */
const SHORTEST = 4;
const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key)$/i;

export interface Redactor {
  /**
   * Reads the secrets off an answer that the endpoint says it holds (`secretAnswers`), `json` being its value where
   * it is JSON: from here on they are hidden wherever they stand.
   */
  learn(text: string, json: unknown): void;
  /**
   * The value of an answer as whoever asked gets and keeps it: the request's own secret taken out, where a server
   * repeats it, and everything else as it came, other accounts' keys under their names among it.
   */
  answer(value: unknown): unknown;
  text(text: string): string;
  /** A JSON value, deep: texts and keys redacted, long base64 shortened, file handles named. */
  value(value: unknown): unknown;
  /** The body of the request: as `value`, and the endpoint's masked fields replaced whole. */
  requestBody(body: Record<string, unknown>): unknown;
  /** An address with its user info and the query credential hidden. */
  url(url: string): string;
  headers(headers: Iterable<[string, string]>): Record<string, string>;
}

/** Every text inside a masked value: an environment's values are as secret as a single field's. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** How a secret looks inside plain text, JSON text and addresses. */
function spellings(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), form];
}

/** Under the name of a secret nothing is shown, however short; that there is none is no secret. */
function maskSecretAnswer(value: unknown): unknown {
  return value === null || value === undefined || value === '' ? value : MASK;
}

function maskWhole(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.fromEntries(Object.keys(value).map((key) => [key, MASK]));
  return MASK;
}

/** The texts under some keys of a JSON value, deep. */
function textsUnder(keys: ReadonlySet<string>, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => textsUnder(keys, item));
  return Object.entries(value).flatMap(([key, item]) => (keys.has(key) ? textsIn(item) : textsUnder(keys, item)));
}

/** The same for JSON that was cut off. */
function textsAfter(keys: ReadonlySet<string>, text: string): string[] {
  return [...keys].flatMap((key) =>
    [...text.matchAll(new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`, 'g'))].map((match) => match[1] ?? ''),
  );
}

const longestFirst = (needles: Iterable<string>): string[] => [...new Set(needles)].sort((a, b) => b.length - a.length);

/**
 * Hides from everything that is kept or shown of one request: the secret, the values of the endpoint's masked
 * fields (also where the server echoes them), what the answer holds of secrets, keys of other accounts, and presigned
 * signatures. `hidden`: secrets that the address holds.
 */
export function createRedactor(
  endpoint: WireEndpoint,
  body: Record<string, unknown> | undefined,
  secret: string | null,
  hidden: readonly string[] = [],
): Redactor {
  const masked = new Set(describeFields(endpoint.input).flatMap((field) => (field.masked ? [field.name] : [])));
  const values = [...masked].flatMap((name) => textsIn(body?.[name])).filter((text) => text.length >= SHORTEST);
  const secretKeys = new Set(endpoint.secretAnswers);
  let needles = longestFirst([...(secret ? [secret] : []), ...hidden, ...values].flatMap(spellings));

  const hide = (text: string): string => {
    let shown = text;
    for (const needle of needles) shown = shown.replaceAll(needle, MASK);
    return shown
      .replace(KEY_LIKE, (key) => `pb_${MASK}${key.slice(-4)}`)
      .replace(SIGNATURE, (_all, start: string) => start + MASK);
  };

  const value = (input: unknown): unknown => {
    if (typeof input === 'string') return shortenBase64(hide(input));
    if (typeof input !== 'object' || input === null) return input;
    if (isFileRef(input)) return hide(`<${input.name}, ${input.bytes} bytes>`);
    if (Array.isArray(input)) return input.map(value);
    return Object.fromEntries(
      Object.entries(input).map(([key, item]) => [
        hide(key),
        secretKeys.has(key) ? maskSecretAnswer(item) : value(item),
      ]),
    );
  };

  const own = secret && secret.length >= SHORTEST_IN_DATA ? longestFirst(spellings(secret)) : [];
  const withoutOwn = (text: string): string => own.reduce((shown, needle) => shown.replaceAll(needle, MASK), text);
  const answer = (input: unknown): unknown => {
    if (typeof input === 'string') return withoutOwn(input);
    if (typeof input !== 'object' || input === null) return input;
    if (Array.isArray(input)) return input.map(answer);
    return Object.fromEntries(
      Object.entries(input).map(([key, item]) => [withoutOwn(key), secretKeys.has(key) ? item : answer(item)]),
    );
  };

  return {
    answer: (input) => (own.length === 0 ? input : answer(input)),
    learn(text, json) {
      if (secretKeys.size === 0) return;
      const found = json === undefined ? textsAfter(secretKeys, text) : textsUnder(secretKeys, json);
      needles = longestFirst([...needles, ...found.filter((one) => one.length >= SHORTEST).flatMap(spellings)]);
    },
    text: (text) => shortenBase64(hide(text)),
    value,
    requestBody: (input) =>
      Object.fromEntries(
        Object.entries(input).map(([name, item]) => [
          name,
          masked.has(name) && item !== undefined ? maskWhole(item) : value(item),
        ]),
      ),
    url(url) {
      const shown = hide(url.replace(/^(https?:\/\/)[^/?#]*@/i, '$1'));
      if (endpoint.credential.kind !== 'query' || !secret) return shown;
      return `${shown}${shown.includes('?') ? '&' : '?'}${endpoint.credential.parameter}=${MASK}`;
    },
    headers(headers) {
      const shown: Record<string, string> = {};
      for (const [name, text] of headers) {
        if (/^authorization$/i.test(name)) shown[name] = `Bearer ${MASK}`;
        else shown[name] = SECRET_HEADER.test(name) ? MASK : hide(text);
      }
      return shown;
    },
  };
}
