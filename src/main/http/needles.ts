/** Anything shorter turns up by chance as soon as its spelling is free. */
const SHORTEST_FREE = 8;
/** Longer values are looked for as they are: spelled out letter by letter the pattern would be huge. */
export const LONGEST_FREE = 300;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** How a secret looks inside plain text, JSON text and addresses. */
export function spellings(secret: string): string[] {
  // a lone half of an emoji has no address
  const wellFormed = secret.replace(/\p{Cs}/gu, '\uFFFD');
  const form = new URLSearchParams({ '': wellFormed }).toString().slice(1);
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(wellFormed), form];
}

/** One character in every escape that JSON, addresses and pages have for it. */
function anyEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const ways = [escaped(character), `&#0*${code};?`, `&#x0*${hex(code, 1)};?`];
  if (code < 0x80) ways.push(`%(?:25)?${hex(code, 2)}`, `\\\\x${hex(code, 2)}`);
  if (code <= 0xffff) ways.push(`\\\\+u${hex(code, 4)}`);
  if ('"/\\'.includes(character)) ways.push(`\\\\+${escaped(character)}`);
  if (character === ' ') ways.push('\\+');
  const named = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;', "'": '&apos;' }[character];
  if (named !== undefined) ways.push(named);
  return `(?:${ways.join('|')})`;
}

/** What of a secret's base64 is the same wherever in the encoded text it begins. */
export function base64Cores(secret: string): string[] {
  if (secret.length < SHORTEST_FREE) return [];
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(secret, 'utf8')]);
    // the first characters hold bits of what stands before, the last ones of what comes after
    return whole.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((whole.length * 8) / 6));
  });
}

/** In either alphabet. */
function base64Pattern(core: string): string {
  const letters = Array.from(core).map((letter) =>
    letter === '+' ? '[+-]' : letter === '/' ? '(?:\\\\?/|_)' : letter,
  );
  return letters.join('');
}

/** Patterns of the same secret written with other letters: in another case, escaped, as base64 or as hex. */
export function freeSpellings(secret: string): string[] {
  if (secret.length < SHORTEST_FREE || secret.length > LONGEST_FREE) return [];
  const asHex = Buffer.from(secret, 'utf8').toString('hex');
  return [Array.from(secret).map(anyEscape).join(''), ...base64Cores(secret).map(base64Pattern), asHex];
}
