/**
 * The last net before the log file: code that logs names no secrets, and where it does after all (an error text
 * of a library, an address with a token) they end here. The list: authorization values, keys of the three
 * services, tokens in addresses, and anything long enough to be a file.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 …'],
  [/\b(?:pb|bh|sk|nb)_[\w-]{4,}/gi, '…'],
  [/\b(api_token|api_key|token|secret|password)(=|%3D|"?\s*:\s*"?)[^\s&"',}]+/gi, '$1$2…'],
  [/[\w+/=-]{400,}/g, '…'],
];

export function redactForLog(text: string): string {
  return PATTERNS.reduce((line, [pattern, instead]) => line.replace(pattern, instead), text);
}
