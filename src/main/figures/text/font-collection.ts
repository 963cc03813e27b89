/**
 * The first font of a collection (.ttc) as a font of its own; any other font as it is. Tables are named by their
 * place in the whole file, so it is enough to put the first font's directory in front.
 */
export function firstFont(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 16 || view.getUint32(0) !== 0x74746366) return file;
  const offset = view.getUint32(12);
  const length = 12 + 16 * view.getUint16(offset + 4);
  const font = Uint8Array.from(file);
  font.copyWithin(0, offset, offset + length);
  return font;
}
