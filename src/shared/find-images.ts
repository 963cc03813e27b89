/** A picture found in JSON that promises nothing: where it stands, and how to get at it. */
export interface FoundImage {
  /** `modelOutputs[0].image_base64` */
  path: string;
  source: { kind: 'inline'; base64: string } | { kind: 'url'; url: string };
}

const DATA_URL = /^data:image\/[\w.+-]+;base64,/;
/** How the base64 of PNG, JPEG, WebP (RIFF) and GIF begins: the magic bytes, three at a time. */
const MAGIC = /^(?:iVBORw0KGgo|\/9j\/|UklGR|R0lGOD)/;
const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;
const PICTURE_URL = /^https?:\/\/[^\s"'<>]+\.(?:png|jpe?g|webp|gif|svg)(?:[?#][^\s"'<>]*)?$/i;
/** A short text that begins like one is a word, not a picture. */
const SHORTEST = 60;

function sourceOf(text: string): FoundImage['source'] | undefined {
  if (DATA_URL.test(text)) return { kind: 'inline', base64: text };
  if (text.length >= SHORTEST && MAGIC.test(text) && BASE64.test(text)) return { kind: 'inline', base64: text };
  return PICTURE_URL.test(text) ? { kind: 'url', url: text } : undefined;
}

/**
 * The pictures in a JSON value, in the order in which they stand there, at most `most`: base64 with the magic bytes
 * of a picture, data URLs, and addresses whose path ends like a picture's.
 */
export function findImages(value: unknown, most = 24): FoundImage[] {
  const found: FoundImage[] = [];
  const visit = (item: unknown, path: string): void => {
    if (found.length >= most) return;
    if (typeof item === 'string') {
      const source = sourceOf(item);
      if (source) found.push({ path, source });
    } else if (Array.isArray(item)) {
      for (const [index, entry] of item.entries()) visit(entry, `${path}[${index}]`);
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, entry] of Object.entries(item)) visit(entry, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(value, '');
  return found;
}
