export interface EnvEntry {
  name: string;
  value: string;
}

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A quoted value from `at` (behind the quote), which may go over several lines; undefined where it never ends. */
function quoted(text: string, at: number, quote: string): { value: string; end: number } | undefined {
  let value = '';
  for (let index = at; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === quote) return { value, end: index + 1 };
    if (character === '\\' && quote === '"' && index + 1 < text.length) {
      const escaped = text[++index] ?? '';
      value += ESCAPES[escaped] ?? escaped;
    } else value += character;
  }
  return undefined;
}

/** Names and values of a .env file: comments, `export`, quotes and values over several lines as dotenv takes them. */
export function parseEnvFile(text: string): EnvEntry[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const entries: EnvEntry[] = [];
  let at = 0;
  while (at < source.length) {
    const lineEnd = source.indexOf('\n', at);
    const end = lineEnd === -1 ? source.length : lineEnd;
    const head = LINE.exec(source.slice(at, end));
    at = head ? at + head[0].length : end + 1;
    if (!head) continue;
    const quote = source[at] ?? '';
    const inside = /["'`]/.test(quote) ? quoted(source, at + 1, quote) : undefined;
    const value =
      inside?.value ??
      source
        .slice(at, end)
        .replace(/\s+#.*$/, '')
        .trim();
    entries.push({ name: head[1] ?? '', value });
    // whatever stands behind a closing quote is a comment
    const rest = inside ? source.indexOf('\n', inside.end) : end;
    at = rest === -1 ? source.length : rest + 1;
  }
  return entries;
}
