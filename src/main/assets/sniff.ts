import { jpegSize, pngSize, webpSize, gifSize } from './pixel-size';

export interface Kind {
  /** `json` is never found by its bytes: whoever writes such a file says so. */
  format: 'png' | 'jpeg' | 'webp' | 'gif' | 'svg' | 'pdf' | 'json';
  mediaType: string;
  /** Pixels; null for vector formats and where the header does not tell. */
  width: number | null;
  height: number | null;
}

/** As readers take it: junk of up to this many bytes may stand before the header. */
const PDF_HEADER_WITHIN = 1024;

export function looksLikePdf(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, PDF_HEADER_WITHIN)).includes('%PDF-');
}

function startsWith(head: Uint8Array, signature: string, at = 0): boolean {
  return Buffer.from(head.subarray(at, at + signature.length)).toString('latin1') === signature;
}

/** What may stand before the root: a declaration, comments, a doctype of svg (with its inner part). */
const PROLOGUE = /^(?:<\?xml[^>]*\?>|<!--[^]*?-->|<!DOCTYPE\s+svg\b[^>[]*(?:\[[^\]]*\]\s*)?>)\s*/;

/** The root must be svg: a page or a text that only mentions one is none. Taken piece by piece, in linear time. */
function looksLikeSvg(head: Uint8Array): boolean {
  if (head.includes(0)) return false;
  let rest = Buffer.from(head.subarray(0, 16_384))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  for (let piece = PROLOGUE.exec(rest); piece; piece = PROLOGUE.exec(rest)) rest = rest.slice(piece[0].length);
  return /^<svg[\s>/]/.test(rest);
}

/**
 * What a file is, by its first bytes (as many as are at hand; JPEG tells its size late). Names and headers of
 * servers lie: JPEG comes as image/png. Undefined for everything that Plantain does not show.
 */
export function sniff(head: Uint8Array): Kind | undefined {
  const raster = (format: 'png' | 'jpeg' | 'webp' | 'gif', size: [number, number] | undefined): Kind => ({
    format,
    mediaType: `image/${format}`,
    width: size?.[0] ?? null,
    height: size?.[1] ?? null,
  });
  const vector = { width: null, height: null };
  if (startsWith(head, '\x89PNG\r\n\x1a\n')) return raster('png', pngSize(head));
  if (startsWith(head, '\xff\xd8\xff')) return raster('jpeg', jpegSize(head));
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return raster('webp', webpSize(head));
  if (startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')) return raster('gif', gifSize(head));
  if (looksLikePdf(head)) return { format: 'pdf', mediaType: 'application/pdf', ...vector };
  if (looksLikeSvg(head)) return { format: 'svg', mediaType: 'image/svg+xml', ...vector };
  return undefined;
}
