/** A tag of an SVG. `attributes` is their text, to be read only where it matters. */
export interface SvgTag {
  kind: 'open' | 'empty' | 'close';
  name: string;
  attributes: string;
}

const NAME = /[^\s<>/=!?"']+/y;

/** The place of the tag's `>`: one inside quotes is none. -1 where the text ends first. */
function endOfTag(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '>') return at;
    if (character === '<') return -1;
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

function endOfDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from);
  const inner = text.indexOf('[', from);
  if (inner < 0 || (end >= 0 && end < inner)) return end;
  const closed = text.indexOf(']', inner);
  return closed < 0 ? -1 : text.indexOf('>', closed);
}

function endOfAside(text: string, at: number): number | undefined {
  if (text.startsWith('<!--', at)) return endingWith(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return endingWith(text, ']]>', at + 9);
  if (text.startsWith('<?', at)) return endingWith(text, '?>', at + 2);
  return text.startsWith('<!', at) ? endOfDoctype(text, at) : undefined;
}

function endingWith(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length - 1;
}

/**
 * The tags of an XML text in their order, in linear time and with little memory however long an attribute is. Ends
 * without a word where the text breaks off or stops being XML: whoever counts what was closed finds out.
 */
export function* svgTags(text: string): Generator<SvgTag> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const aside = endOfAside(text, at);
    if (aside !== undefined) {
      if (aside < 0) return;
      at = aside + 1;
      continue;
    }
    const closes = text[at + 1] === '/';
    NAME.lastIndex = at + (closes ? 2 : 1);
    const name = NAME.exec(text)?.[0];
    const from = NAME.lastIndex;
    const end = name === undefined ? -1 : endOfTag(text, from);
    if (name === undefined || end < 0) return;
    const empty = text[end - 1] === '/';
    const attributes = closes ? '' : text.slice(from, empty ? end - 1 : end);
    yield { kind: closes ? 'close' : empty ? 'empty' : 'open', name, attributes };
    at = end + 1;
  }
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(["'])/g;

/** Names and values; the last of a name counts. */
export function svgAttributes(text: string): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    const [, name = '', quote = ''] = match;
    const from = ATTRIBUTE.lastIndex;
    const end = text.indexOf(quote, from);
    if (end < 0) break;
    found.set(name, text.slice(from, end));
    ATTRIBUTE.lastIndex = end + 1;
  }
  return found;
}
