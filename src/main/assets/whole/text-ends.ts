import { svgTags } from '../svg-tokens';
import type { FileBytes } from './file-bytes';

/** Readers look this far from the end; servers that append something of their own stay well inside. */
const PDF_TAIL_BYTES = 64 * 1024;
const PDF_HEAD_BYTES = 2048;

/**
 * The mark of the end near the end. A file made for the web has a first such mark behind its first page, and says at
 * its beginning how long it is.
 */
export async function pdfIsWhole(file: FileBytes): Promise<boolean> {
  const head = Buffer.from(await file.read(0, PDF_HEAD_BYTES)).toString('latin1');
  const linearized = /\/Linearized\b[^>]*?\/L\s+(\d+)|\/L\s+(\d+)[^>]*?\/Linearized\b/.exec(head);
  const declared = Number(linearized?.[1] ?? linearized?.[2] ?? 0);
  if (declared > file.size) return false;
  const tail = Buffer.from(await file.read(Math.max(0, file.size - PDF_TAIL_BYTES), PDF_TAIL_BYTES));
  return tail.includes('%%EOF');
}

/** An SVG larger than this is looked at from its end alone. */
const SVG_READ_BYTES = 32_000_000;

/** Every element closed by its own name, the root too. */
function svgTextIsWhole(text: string): boolean {
  const open: string[] = [];
  for (const { kind, name } of svgTags(text)) {
    if (kind === 'open') open.push(name);
    if (kind === 'close' && open.pop() !== name) return false;
    if (open.length === 0) return true;
  }
  return false;
}

export async function svgIsWhole(file: FileBytes): Promise<boolean> {
  if (file.size > SVG_READ_BYTES) {
    const tail = Buffer.from(await file.read(file.size - 4096, 4096)).toString('latin1');
    return /<\/(?:[\w.-]+:)?svg\s*>/.test(tail);
  }
  return svgTextIsWhole(Buffer.from(await file.read(0, file.size)).toString('utf8'));
}
