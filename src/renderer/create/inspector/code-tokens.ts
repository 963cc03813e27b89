import type { SampleLanguage } from '../../../shared/code-sample/code-sample';

export interface CodeToken {
  kind: 'plain' | 'string' | 'value';
  text: string;
}

export interface CodeLine {
  tokens: CodeToken[];
  /** Spaces at its beginning. */
  indent: number;
  /** Characters left out of its end. */
  cut: number;
}

/** Shown of a line, and of all lines: a text of 500 kB is copied whole and looked at by its beginning. */
const LONGEST = 600;
const MOST_LINES = 300;

/** Strings of the samples end on their line, so a line can be read by itself; one that was cut has no end. */
const STRINGS: Record<SampleLanguage, string> = {
  bash: String.raw`'(?:[^']|'\\'')*'?|"(?:[^"\\]|\\.)*"?`,
  javascript: String.raw`"(?:[^"\\]|\\.)*"?|\x60(?:[^\x60\\]|\\.)*\x60?`,
  python: String.raw`"(?:[^"\\]|\\.)*"?`,
};
const VALUE = String.raw`(?<![\w.-])(?:-?\d[\d.]*(?:e[+-]?\d+)?|true|false|null|True|False|None)(?![\w.-]*[\w-])`;

function tokensOf(line: string, pattern: RegExp): CodeToken[] {
  const tokens: CodeToken[] = [];
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > at) tokens.push({ kind: 'plain', text: line.slice(at, match.index) });
    tokens.push({ kind: match.groups?.['string'] === undefined ? 'value' : 'string', text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length) tokens.push({ kind: 'plain', text: line.slice(at) });
  return tokens;
}

/** Code in lines of coloured pieces, and how many lines are left out. */
export function codeLines(code: string, language: SampleLanguage): { lines: CodeLine[]; more: number } {
  // bash has too few bare values for them to help
  const values = language === 'bash' ? '' : `|${VALUE}`;
  const pattern = new RegExp(`(?<string>${STRINGS[language]})${values}`, 'g');
  const all = code.trimEnd().split('\n');
  const lines = all.slice(0, MOST_LINES).map((line) => {
    // half a surrogate pair would show as a question mark
    const shown = line.length > LONGEST ? line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '') : line;
    return { tokens: tokensOf(shown, pattern), indent: line.search(/\S|$/), cut: line.length - shown.length };
  });
  return { lines, more: all.length - lines.length };
}
