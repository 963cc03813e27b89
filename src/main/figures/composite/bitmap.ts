import type { Pixels } from '../pixels/read-picture';

const HEADERS = 14 + 40;

/** A Windows bitmap of 24 bits: rows from the bottom, B, G, R, each row filled up to four bytes. */
export function pageAsBitmap({ width, height, data }: Pixels): Uint8Array {
  const row = (width * 3 + 3) & ~3;
  const bytes = new Uint8Array(HEADERS + row * height);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes.byteLength, true);
  view.setUint32(10, HEADERS, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let y = 0; y < height; y += 1) {
    let to = HEADERS + (height - 1 - y) * row;
    for (let from = y * width * 3; from < (y + 1) * width * 3; from += 3) {
      bytes[to] = data[from + 2] ?? 0;
      bytes[to + 1] = data[from + 1] ?? 0;
      bytes[to + 2] = data[from] ?? 0;
      to += 3;
    }
  }
  return bytes;
}
