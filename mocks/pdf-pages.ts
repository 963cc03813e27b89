import { constants, inflateSync } from 'node:zlib';
import { yieldTurn } from './long-text';

/** What the mock's server sees in an upload. `pageCount` is null where its light reading finds none. */
export type PdfReading = { kind: 'not_a_pdf' } | { kind: 'encrypted' } | { kind: 'pdf'; pageCount: number | null };

const SLICE = 2_000_000;
const OVERLAP = 32;
const PAGES = /\/Type\s*\/Pages\b/;
const COUNT = /\/Count\s+(\d+)/;

/** Offsets of a word in a large buffer, searched slice by slice so that the event loop turns. */
async function findAll(pdf: Buffer, word: string, limit: number): Promise<number[]> {
  const found: number[] = [];
  for (let from = 0; from < pdf.byteLength && found.length < limit; from += SLICE) {
    const slice = pdf.subarray(from, from + SLICE + OVERLAP);
    for (let at = slice.indexOf(word); at !== -1 && at < SLICE; at = slice.indexOf(word, at + word.length))
      found.push(from + at);
    await yieldTurn();
  }
  return found;
}

interface Node {
  count: number;
  root: boolean;
}

function readNode(dictionary: string): Node | undefined {
  const count = COUNT.exec(dictionary)?.[1];
  if (count === undefined || !PAGES.test(dictionary)) return undefined;
  return { count: Number(count), root: !/\/Parent\b/.test(dictionary) };
}

/** Page tree nodes written as plain objects. Outlines have a /Count too, hence the look at the whole object. */
async function plainNodes(pdf: Buffer): Promise<Node[]> {
  const nodes: Node[] = [];
  for (const at of await findAll(pdf, '/Count', 5000)) {
    const from = Math.max(
      0,
      pdf.subarray(Math.max(0, at - 200_000), at).lastIndexOf(' obj') + Math.max(0, at - 200_000),
    );
    const end = pdf.indexOf('endobj', at);
    if (end === -1 || end - from > 400_000) continue;
    const node = readNode(pdf.toString('latin1', from, end));
    if (node) nodes.push(node);
  }
  return nodes;
}

/** Page tree nodes inside compressed object streams (PDF 1.5 and later). */
async function packedNodes(pdf: Buffer): Promise<Node[]> {
  const nodes: Node[] = [];
  for (const at of await findAll(pdf, '/ObjStm', 2000)) {
    const stream = pdf.indexOf('stream', at);
    const end = pdf.indexOf('endstream', stream);
    if (stream === -1 || end === -1 || stream - at > 2000) continue;
    const from = stream + 'stream'.length + (pdf[stream + 6] === 0x0d ? 2 : 1);
    let text: string;
    try {
      text = inflateSync(pdf.subarray(from, end), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    } catch {
      continue; // another filter, or damaged: the count is then simply not known
    }
    for (const [dictionary] of text.matchAll(/<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>/g)) {
      const node = readNode(dictionary);
      if (node) nodes.push(node);
    }
    await yieldTurn();
  }
  return nodes;
}

/**
 * Reads as much of a PDF as the mock's answers need: is it one, is it locked, how many pages has it.
 * No library: this runs in the main process, beside the window, on files of 60 MB and more.
 */
export async function readPdf(pdf: Buffer): Promise<PdfReading> {
  if (pdf.subarray(0, 1024).indexOf('%PDF-') === -1) return { kind: 'not_a_pdf' };
  const tail = pdf.toString('latin1', Math.max(0, pdf.byteLength - 4096));
  if (/\/Encrypt\b/.test(tail)) return { kind: 'encrypted' };
  const plain = await plainNodes(pdf);
  const nodes = plain.length > 0 ? plain : await packedNodes(pdf);
  const roots = nodes.filter((node) => node.root);
  // after an incremental update the last root is the valid one
  const pageCount = roots.at(-1)?.count ?? (nodes.length > 0 ? Math.max(...nodes.map((node) => node.count)) : null);
  return { kind: 'pdf', pageCount };
}
