/** A value as SQLite stores it. Integers beyond 2^53 lose their last digits: the history has none. */
export type Cell = string | number | null | Uint8Array;

const STRICT_TEXT = new TextDecoder('utf-8', { fatal: true });

/** SQLite's variable-length integer: seven bits a byte, the ninth has eight. Undefined past the end. */
export function varint(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  let value = 0;
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    if (index === 8) return { value: value * 256 + byte, next: at + 9 };
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return undefined;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];

function sizeOf(type: number): number | undefined {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type === 7) return 8;
  if (type === 8 || type === 9) return 0;
  return INTEGER_BYTES[type];
}

function integer(view: DataView, at: number, size: number): number {
  if (size === 8) return Number(view.getBigInt64(at));
  if (size === 0) return 0;
  let value = view.getInt8(at);
  for (let index = 1; index < size; index += 1) value = value * 256 + view.getUint8(at + index);
  return value;
}

function cellOf(bytes: Uint8Array, type: number, at: number, size: number): Cell {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(at);
  if (type === 8 || type === 9) return type - 8;
  if (type < 12) return integer(view, at, size);
  const content = bytes.subarray(at, at + size);
  return type % 2 === 1 ? STRICT_TEXT.decode(content) : Uint8Array.from(content);
}

/** The values of a row, or undefined for bytes that are none. */
export function readRecord(bytes: Uint8Array): Cell[] | undefined {
  const header = varint(bytes, 0);
  if (!header || header.value < header.next || header.value > bytes.length) return undefined;
  const cells: Cell[] = [];
  let content = header.value;
  for (let at = header.next; at < header.value;) {
    const type = varint(bytes, at);
    const size = type && sizeOf(type.value);
    if (!type || size === undefined || content + size > bytes.length) return undefined;
    try {
      cells.push(cellOf(bytes, type.value, content, size));
    } catch {
      return undefined; // text that is not UTF-8
    }
    content += size;
    at = type.next;
  }
  return content === bytes.length ? cells : undefined;
}
