import type { FileBytes } from './file-bytes';

const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65536 + uint16(bytes, at + 2);
const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** From chunk to chunk: pixels, then IEND, each with all of its bytes. What comes behind is nobody's business. */
export async function pngIsWhole(file: FileBytes): Promise<boolean> {
  let pixels = false;
  for (let at = 8; at + 12 <= file.size;) {
    const head = await file.read(at, 8);
    const kind = latin1(head, 4, 8);
    const next = at + 12 + uint32(head, 0);
    if (next > file.size) return false;
    if (kind === 'IEND') return pixels;
    pixels ||= kind === 'IDAT';
    at = next;
  }
  return false;
}

/** Markers without a length: TEM, the restarts and the start. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Past the entropy-coded data of a scan to the next marker: 0xff there is followed by 0 or a restart. */
async function afterScan(file: FileBytes, from: number): Promise<number> {
  for (let at = await file.indexOf(0xff, from); at >= 0; at = await file.indexOf(0xff, at + 1)) {
    const next = (await file.read(at, 2))[1];
    if (next === undefined) return -1;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

/** Segments and scans up to the end of the image. A preview inside a segment has an end of its own, which is none. */
export async function jpegIsWhole(file: FileBytes): Promise<boolean> {
  let scans = 0;
  for (let at = 2; at >= 0 && at + 2 <= file.size;) {
    const head = await file.read(at, 4);
    const marker = head[1] ?? 0;
    if (head[0] !== 0xff) return false;
    if (marker === 0xd9) return scans > 0;
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else {
      const next = at + 2 + uint16(head, 2);
      if (head.length < 4 || next > file.size) return false;
      if (marker === 0xda) scans += 1;
      at = marker === 0xda ? await afterScan(file, next) : next;
    }
  }
  return false;
}

/** The container tells its own length. */
export async function webpIsWhole(file: FileBytes): Promise<boolean> {
  const head = await file.read(0, 12);
  if (head.length < 12) return false;
  const length = Buffer.from(head.subarray(4, 8)).readUInt32LE(0);
  return length >= 22 && 8 + length <= file.size;
}

const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Behind a chain of blocks of up to 255 bytes, which an empty one ends; -1 where the file ends first. */
async function afterBlocks(file: FileBytes, from: number): Promise<number> {
  for (let at = from; at < file.size;) {
    const [length = 0] = await file.read(at, 1);
    if (length === 0) return at + 1;
    at += 1 + length;
  }
  return -1;
}

/** Pictures and extensions up to the trailer. */
export async function gifIsWhole(file: FileBytes): Promise<boolean> {
  const head = await file.read(0, 13);
  if (head.length < 13) return false;
  let pictures = 0;
  for (let at = 13 + colours(head[10] ?? 0); at >= 0 && at < file.size;) {
    const block = await file.read(at, 10);
    if (block[0] === 0x3b) return pictures > 0;
    if (block[0] === 0x21) at = await afterBlocks(file, at + 2);
    else if (block[0] === 0x2c && block.length === 10) {
      pictures += 1;
      at = await afterBlocks(file, at + 11 + colours(block[9] ?? 0));
    } else return false;
  }
  return false;
}
