import { describeFields } from '../../shared/fields';
import { isFileRef } from '../../shared/file-ref';
import { mapJson } from './map-json';
import { base64Cores, freeSpellings, LONGEST_FREE, spellings } from './needles';
import { shortenBase64 } from './shorten-base64';
import { afterKeys, textsAfter, textsIn, textsUnder } from './texts-in';
import type { WireEndpoint } from './wire-endpoint';

const MASK = '•••';

/** Keys of whatever account, as PaperBanana's admin answers list them in full: only the end is kept. */
const KEY_LIKE = /\bpb_[A-Za-z0-9]{20,}/g;
/** What makes a presigned address a secret of its own. */
const SIGNATURE = /([?&](?:X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|Signature|sig)=)[^&"'\s]+/gi;
/** User name and password of an address, wherever in a text it stands; the slashes may be escaped as JSON may do it. */
const USER_INFO = /(\b[a-z][a-z\d+.-]{0,20}:\\?\/\\?\/)[^\s/\\?#"'<>]{1,500}@/gi;
const WITH_USER_INFO = /^\s*[a-z][a-z\d+.-]*:\/\/[^/?#]*@/i;
/** Anything shorter turns up in a picture's base64 by chance, and replacing it there would break the picture. */
const SHORTEST_IN_DATA = 8;
/** A value of one or two letters is no secret, and replacing it everywhere would make the rest unreadable. */
const SHORTEST = 4;
/** Of the secrets that an answer tells: more are in no list that somebody reads. */
const MOST_LEARNED = 500;
const LEARNED_FROM = 1_000_000;
const NOTHING = /(?!)/g;
const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key)$/i;
/** What is kept of one value; the rest is cut off as text anyway. */
const KEPT = { levels: 64, values: 20_000 } as const;
/** Texts in which a secret is looked for in every spelling. */
const SHORT_TEXT = 200_000;
/** Escapes that may hide a letter of ASCII. */
const ESCAPES = ['\\u00', '\\/'] as const;

export interface Redactor {
  /**
   * Reads the secrets off an answer that the endpoint says it holds (`secretAnswers`), `json` being its value where
   * it is JSON: from here on they are hidden wherever they stand.
   */
  learn(text: string, json: unknown): void;
  /**
   * The value of an answer as whoever asked gets and keeps it: the request's own secret taken out, where a server
   * repeats it, and everything else as it came, other accounts' keys under their names among it. `text` is what the
   * value was read from: where the secret is not in it, nobody has to walk through the value.
   */
  answer(value: unknown, text?: string): unknown;
  text(text: string): string;
  /** A JSON value, deep: texts and keys redacted, long base64 shortened, file handles named; cut where it is huge. */
  value(value: unknown): unknown;
  /** The body of the request: as `value`, and the endpoint's masked fields replaced whole. */
  requestBody(body: Record<string, unknown>): unknown;
  /** An address with its user info and the query credential hidden. */
  url(url: string): string;
  headers(headers: Iterable<[string, string]>): Record<string, string>;
  /** Bytes as they came, the secret and masked values taken out. */
  bytes(bytes: Uint8Array): Uint8Array;
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

/** User names and passwords in the addresses that the body holds: a webhook's, a callback's. */
function userInfosIn(body: Record<string, unknown> | undefined): string[] {
  return Object.values(body ?? {}).flatMap((value) => {
    if (typeof value !== 'string' || value.length > 10_000 || !WITH_USER_INFO.test(value)) return [];
    try {
      const { username, password } = new URL(value);
      return [password, decodeURIComponent(password), `${username}:${password}`].filter((one) => one !== ':');
    } catch {
      return [];
    }
  });
}

const longestFirst = (needles: Iterable<string>): string[] => [...new Set(needles)].sort((a, b) => b.length - a.length);

/** One pattern for all spellings of some secrets, case left aside; undefined where there is nothing to look for. */
function patternOf(secrets: readonly string[]): RegExp | undefined {
  const ways = [...new Set(secrets)].flatMap(freeSpellings);
  return ways.length === 0 ? undefined : new RegExp(ways.join('|'), 'gi');
}

/**
 * Hides from everything that is kept or shown of one request: the secret, the values of the endpoint's masked
 * fields (also where the server echoes them), what the answer holds of secrets, keys of other accounts, user info of
 * addresses, and presigned signatures. `hidden`: secrets that the address holds.
 */
export function createRedactor(
  endpoint: WireEndpoint,
  body: Record<string, unknown> | undefined,
  secret: string | null,
  hidden: readonly string[] = [],
): Redactor {
  const masked = new Set(describeFields(endpoint.input).flatMap((field) => (field.masked ? [field.name] : [])));
  const values = [...masked].flatMap((name) => textsIn(body?.[name]));
  const sent = [...values, ...userInfosIn(body)].filter((text) => text.length >= SHORTEST);
  const secrets = [...(secret ? [secret] : []), ...hidden, ...sent];
  const secretKeys = new Set(endpoint.secretAnswers);
  let needles = longestFirst(secrets.flatMap(spellings));
  const pattern = patternOf(secrets);

  const under = secretKeys.size > 0 ? afterKeys(secretKeys) : undefined;
  const literal = (text: string): string => needles.reduce((shown, needle) => shown.replaceAll(needle, MASK), text);
  const hide = (text: string): string =>
    literal(pattern ? text.replace(pattern, MASK) : text)
      .replace(USER_INFO, '$1')
      .replace(KEY_LIKE, (key) => `pb_${MASK}${key.slice(-4)}`)
      .replace(SIGNATURE, (_all, start: string) => start + MASK)
      .replace(under ?? NOTHING, `$1${MASK}`);

  /** Of a long text only the beginning is kept anyway; its end is dropped, for half a secret may stand there. */
  const text = (input: string): string => {
    if (input.length <= SHORT_TEXT) return shortenBase64(hide(input));
    const shorter = shortenBase64(literal(input));
    return shorter.length <= SHORT_TEXT ? hide(shorter) : hide(shorter.slice(0, SHORT_TEXT)).slice(0, -LONGEST_FREE);
  };

  const value = (input: unknown): unknown =>
    mapJson(input, {
      levels: KEPT.levels,
      values: KEPT.values,
      text,
      key: hide,
      instead: (item, key) => {
        if (secretKeys.has(key)) return { value: maskSecretAnswer(item) };
        return isFileRef(item) ? { value: hide(`<${item.name}, ${item.bytes} bytes>`) } : undefined;
      },
    });

  const own = secret && secret.length >= SHORTEST_IN_DATA ? secret : undefined;
  const ownPattern = patternOf(own === undefined ? [] : [own]);
  const ownLiterals =
    own === undefined ? [] : longestFirst([...spellings(own), ...base64Cores(own).flatMap(alphabets)]);
  const withoutOwn = (text: string): string =>
    text.length <= SHORT_TEXT && ownPattern
      ? text.replace(ownPattern, MASK)
      : ownLiterals.reduce((shown, needle) => shown.replaceAll(needle, MASK), text);
  /** Cheap, and right where it says no. */
  const mayHoldOwn = (text: string): boolean => {
    if (own === undefined) return false;
    if ([...ESCAPES, ...ownLiterals].some((needle) => text.includes(needle))) return true;
    const lower = text.toLowerCase();
    return [...spellings(own), Buffer.from(own).toString('hex')].some((needle) => lower.includes(needle.toLowerCase()));
  };

  return {
    answer: (input, text) =>
      own === undefined || (text !== undefined && !mayHoldOwn(text))
        ? input
        : mapJson(input, {
            text: withoutOwn,
            key: withoutOwn,
            instead: (item, key) => (secretKeys.has(key) ? { value: item } : undefined),
          }),
    learn(text, json) {
      if (secretKeys.size === 0) return;
      const found =
        json === undefined
          ? textsAfter(secretKeys, text.slice(0, LEARNED_FROM))
          : textsUnder(secretKeys, json, MOST_LEARNED);
      const learned = found.slice(0, MOST_LEARNED).filter((one) => one.length >= SHORTEST);
      needles = longestFirst([...needles, ...learned.flatMap(spellings)]);
    },
    text,
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
        else shown[hide(name)] = SECRET_HEADER.test(name) ? MASK : hide(text);
      }
      return shown;
    },
    bytes(bytes) {
      // every byte is one character, so that nothing of the rest changes, whatever its charset
      let text = Buffer.from(bytes).toString('latin1');
      const mask = '*'.repeat(3);
      if (pattern) text = text.replace(pattern, mask);
      for (const needle of needles) {
        text = text.replaceAll(Buffer.from(needle).toString('latin1'), mask);
        // without the last zero it is found in either order of bytes
        text = text.replaceAll(Buffer.from(needle, 'utf16le').toString('latin1').slice(0, -1), mask);
      }
      return Buffer.from(text.replace(USER_INFO, '$1'), 'latin1');
    },
  };
}

/** The other alphabet of base64 beside the usual one. */
const alphabets = (core: string): string[] => [core, core.replaceAll('+', '-').replaceAll('/', '_')];
