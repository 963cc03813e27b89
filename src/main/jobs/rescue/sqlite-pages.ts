import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Cell, readRecord, varint } from './sqlite-record';

/** A row that was found on a page, whatever became of the tree that led to it. */
export interface FoundRow {
  /** Null for tables without row ids. */
  rowid: number | null;
  cells: Cell[];
  /** The page of the row, and those that it spills over to. */
  pages: number[];
}

const DEFAULT_PAGE = 4096;
const KINDS = { indexInterior: 0x02, indexLeaf: 0x0a, tableLeaf: 0x0d } as const;

interface Pages {
  count: number;
  /** Bytes of a page that are SQLite's own to use. */
  usable: number;
  read(page: number): Buffer;
}

function pageSizeOf(header: Buffer, fileBytes: number): number {
  const told = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const fits = told >= 512 && (told & (told - 1)) === 0 && fileBytes % told === 0;
  return fits ? told : DEFAULT_PAGE;
}

function openPages(file: number): Pages {
  const { size } = fstatSync(file);
  const header = Buffer.alloc(100);
  readSync(file, header, 0, 100, 0);
  const pageSize = pageSizeOf(header, size);
  const reserved = header.toString('latin1', 0, 15) === 'SQLite format 3' ? (header[20] ?? 0) : 0;
  return {
    count: Math.floor(size / pageSize),
    usable: pageSize - reserved,
    read(page) {
      const bytes = Buffer.alloc(pageSize);
      readSync(file, bytes, 0, pageSize, (page - 1) * pageSize);
      return bytes;
    },
  };
}

/** Pages that hold nothing any more, as far as their list can be followed. */
function freePages({ read, count, usable }: Pages): Set<number> {
  const free = new Set<number>();
  const first = read(1);
  for (let trunk = first.readUInt32BE(32); trunk > 1 && trunk <= count && !free.has(trunk);) {
    free.add(trunk);
    const bytes = read(trunk);
    const leaves = Math.min(bytes.readUInt32BE(4), usable / 4 - 2);
    for (let index = 0; index < leaves; index += 1) free.add(bytes.readUInt32BE(8 + 4 * index));
    trunk = bytes.readUInt32BE(0);
  }
  return free;
}

/** How much of a payload lies in its cell (the file format, "B-tree pages"). */
function localBytes(payload: number, usable: number, isTable: boolean): number {
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const rest = least + ((payload - least) % (usable - 4));
  return rest <= most ? rest : least;
}

/** The payload with what spilled over. Undefined where the chain breaks. */
function wholePayload(
  pages: Pages,
  local: Uint8Array,
  length: number,
  overflow: number,
): { bytes: Uint8Array; pages: number[] } | undefined {
  const parts = [local];
  const visited: number[] = [];
  let missing = length - local.length;
  for (let page = overflow; missing > 0;) {
    if (page < 2 || page > pages.count || visited.includes(page)) return undefined;
    visited.push(page);
    const bytes = pages.read(page);
    const part = bytes.subarray(4, Math.min(pages.usable, 4 + missing));
    parts.push(part);
    missing -= part.length;
    page = bytes.readUInt32BE(0);
  }
  return { bytes: Buffer.concat(parts), pages: visited };
}

function rowAt(pages: Pages, page: Buffer, number: number, kind: number, start: number): FoundRow | undefined {
  const isTable = kind === KINDS.tableLeaf;
  const payload = varint(page, start + (kind === KINDS.indexInterior ? 4 : 0));
  const rowid = payload && isTable ? varint(page, payload.next) : undefined;
  const from = isTable ? rowid?.next : payload?.next;
  if (!payload || from === undefined || payload.value > pages.count * pages.usable) return undefined;
  const local = localBytes(payload.value, pages.usable, isTable);
  if (from + local > pages.usable) return undefined;
  const overflow = local < payload.value ? page.readUInt32BE(Math.min(from + local, page.length - 4)) : 0;
  const whole = wholePayload(pages, page.subarray(from, from + local), payload.value, overflow);
  const cells = whole && readRecord(whole.bytes);
  return cells && { rowid: rowid?.value ?? null, cells, pages: [number, ...whole.pages] };
}

function* rowsOf(pages: Pages, number: number): Generator<FoundRow> {
  const page = pages.read(number);
  const head = number === 1 ? 100 : 0;
  const kind = page[head] ?? 0;
  if (kind !== KINDS.tableLeaf && kind !== KINDS.indexLeaf && kind !== KINDS.indexInterior) return;
  const cells = page.readUInt16BE(head + 3);
  const pointers = head + (kind === KINDS.indexInterior ? 12 : 8);
  if (pointers + 2 * cells > pages.usable) return;
  for (let index = 0; index < cells; index += 1) {
    const start = page.readUInt16BE(pointers + 2 * index);
    const row = start > 0 && start < pages.usable ? rowAt(pages, page, number, kind, start) : undefined;
    if (row) yield row;
  }
}

/**
 * All rows of a database file that can be read from its pages alone, in the order of the pages: a damaged page hides
 * those below it in its tree from SQLite, and the first one hides all.
 */
export function* scanPages(path: string): Generator<FoundRow> {
  const file = openSync(path, 'r');
  try {
    const pages = openPages(file);
    const free = freePages(pages);
    for (let number = 1; number <= pages.count; number += 1) {
      if (!free.has(number)) yield* rowsOf(pages, number);
    }
  } finally {
    closeSync(file);
  }
}
