/** Width and height in pixels, or undefined where the header is cut short. */
type Size = [number, number] | undefined;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The header chunk always comes first (PNG, 11.2.2). */
export function pngSize(bytes: Uint8Array): Size {
  return bytes.length < 24 ? undefined : [view(bytes).getUint32(16), view(bytes).getUint32(20)];
}

export function gifSize(bytes: Uint8Array): Size {
  return bytes.length < 10 ? undefined : [view(bytes).getUint16(6, true), view(bytes).getUint16(8, true)];
}

/** Start-of-frame markers; the others in C0-CF are tables (C4), reserved (C8) and arithmetic conditioning (CC). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Walks the segments up to the frame header, past previews and colour profiles that may be large. */
export function jpegSize(bytes: Uint8Array): Size {
  const data = view(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    if (isFrame(marker)) return [data.getUint16(at + 7), data.getUint16(at + 5)];
    at += 2 + data.getUint16(at + 2);
  }
  return undefined;
}

const uint24 = (data: DataView, at: number): number => data.getUint16(at, true) | (data.getUint8(at + 2) << 16);

/** The three kinds of WebP: lossy, lossless, and extended with a canvas of its own. */
export function webpSize(bytes: Uint8Array): Size {
  if (bytes.length < 30) return undefined;
  const data = view(bytes);
  const kind = Buffer.from(bytes.subarray(12, 16)).toString('latin1');
  if (kind === 'VP8 ') return [data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff];
  if (kind === 'VP8L') {
    const bits = data.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  return kind === 'VP8X' ? [uint24(data, 24) + 1, uint24(data, 27) + 1] : undefined;
}
