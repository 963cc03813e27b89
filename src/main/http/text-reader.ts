/** Puts a body's pieces together as text, in the charset that its first bytes or its head name. */
export interface TextReader {
  push(chunk: Uint8Array): void;
  /** The text as far as it came. To be called once. */
  text(): string;
}

const BYTE_ORDER_MARKS: readonly [mark: readonly number[], charset: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** By the byte order mark, else by the zeros that UTF-16 has in every ASCII character. */
function charsetOfBytes(bytes: Uint8Array): string | undefined {
  const marked = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  const [first, second] = bytes;
  if (first !== undefined && first !== 0 && second === 0) return 'utf-16le';
  if (first === 0 && second !== undefined && second !== 0) return 'utf-16be';
  return undefined;
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // a name that nobody knows: what ids are made of is the same in nearly all charsets
    return new TextDecoder();
  }
}

export function createTextReader(contentType: string): TextReader {
  const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const parts: string[] = [];
  let begun: Buffer | undefined;
  let decoder: TextDecoder | undefined;
  const begin = (bytes: Uint8Array): TextDecoder => {
    const found = decoderFor(charsetOfBytes(bytes) ?? declared ?? 'utf-8');
    parts.push(found.decode(bytes, { stream: true }));
    return found;
  };
  return {
    push(chunk) {
      if (decoder) {
        parts.push(decoder.decode(chunk, { stream: true }));
        return;
      }
      begun = begun ? Buffer.concat([begun, chunk]) : Buffer.from(chunk);
      // a mark may be split between two pieces
      if (begun.length >= 3) decoder = begin(begun);
    },
    text() {
      decoder ??= begin(begun ?? new Uint8Array());
      parts.push(decoder.decode());
      return parts.join('');
    },
  };
}
