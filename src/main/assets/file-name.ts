const LONGEST = 255;

/** The last part of a name from outside, without control characters, cut to 255; to be shown, never to be opened. */
export function showableName(name: string): string {
  const last = name.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  const clean = last.replace(/\p{Cc}|\p{Cf}/gu, '').trim();
  return clean.slice(-LONGEST) || 'file';
}
