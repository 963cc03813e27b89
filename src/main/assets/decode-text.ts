import { AppError } from '../../shared/app-error';

/** What spreadsheets write: UTF-8, UTF-16 with a mark, and on Chinese systems GB 18030. */
const ENCODINGS = ['utf-8', 'gb18030'] as const;

function encodingByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a file without its byte order mark. Throws `not_text`. */
export function decodeText(bytes: Uint8Array): string {
  const marked = encodingByMark(bytes);
  if (marked === undefined && bytes.includes(0)) throw new AppError('not_text');
  for (const encoding of marked === undefined ? ENCODINGS : [marked]) {
    const text = decodeAs(encoding, bytes);
    if (text !== undefined) return text;
  }
  throw new AppError('not_text');
}
