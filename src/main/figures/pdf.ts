import { AppError } from '../../shared/app-error';
import type { PdfInfo } from '../../shared/contract';
import { encodePng } from './encode-png';
import { loadPdfium, type PdfDocument, type Pdfium } from './pdfium';

/** Documents that stay open: the one in the form, and the one before it. */
const KEPT_OPEN = 2;

/** Reads PDFs by path. Pages are 1-based here, as people count. Errors: pdf_encrypted, pdf_damaged, file_missing. */
export interface PdfReader {
  info(path: string): Promise<PdfInfo>;
  /** A page as PNG, `width` pixels wide. Throws not_found for a page beyond the end. */
  page(path: string, page: number, width: number): Promise<Uint8Array>;
  /** The text of the pages named, in their order. */
  text(path: string, pages: readonly number[]): Promise<string[]>;
  close(): void;
}

/** PDFium is loaded with the first question (about 60 ms). Paths are taken to be immutable, as in the file store. */
export function createPdfReader(load: () => Promise<Pdfium> = loadPdfium): PdfReader {
  let pdfium: Promise<Pdfium> | undefined;
  const open = new Map<string, PdfDocument>();

  async function documentAt(path: string): Promise<PdfDocument> {
    pdfium ??= load();
    const library = await pdfium;
    const document = open.get(path) ?? library.open(path);
    // taken out and put back: the map's order is the order of use
    open.delete(path);
    open.set(path, document);
    for (const [oldPath, old] of open) {
      if (open.size <= KEPT_OPEN) break;
      open.delete(oldPath);
      old.close();
    }
    return document;
  }

  return {
    async info(path) {
      const document = await documentAt(path);
      return {
        pages: document.pages,
        sizes: Array.from({ length: document.pages }, (_, page) => document.sizeOf(page)),
      };
    },
    async page(path, page, width) {
      const document = await documentAt(path);
      return encodePng(document.paint(indexOf(document, page), width));
    },
    async text(path, pages) {
      const document = await documentAt(path);
      return pages.map((page) => document.textOf(indexOf(document, page)));
    },
    close() {
      for (const document of open.values()) document.close();
      open.clear();
    },
  };
}

function indexOf(document: PdfDocument, page: number): number {
  if (!Number.isInteger(page) || page < 1 || page > document.pages)
    throw new AppError('not_found', { detail: `page ${page}` });
  return page - 1;
}
