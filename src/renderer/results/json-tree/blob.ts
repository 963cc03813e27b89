const DATA_URL = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w=.-]+)*;base64,/;
const ALPHABET = /^[A-Za-z0-9+/\r\n]+={0,2}$/;
/** Shorter texts of these letters are words, ids and keys. */
const SHORTEST = 200;
const LOOKED_AT = 256;

export interface Blob64 {
  /** Of the bytes that the text stands for. */
  bytes: number;
  mediaType: string | undefined;
}

/** Whether a text is base64 of something, judged by its head: nobody reads megabytes of it. */
export function base64Of(text: string): Blob64 | undefined {
  const prefix = DATA_URL.exec(text.slice(0, LOOKED_AT));
  const start = prefix?.[0].length ?? 0;
  const length = text.length - start;
  if (!prefix && length < SHORTEST) return undefined;
  const head = text.slice(start, start + LOOKED_AT);
  // prose without a space or a digit in its first letters is not known
  if (!ALPHABET.test(head.trimEnd()) || !(prefix || /[0-9+/]/.test(head))) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return { bytes: Math.floor((length * 3) / 4) - padding, mediaType: prefix?.[1] };
}
