import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PDFiumModule } from '@hyzyla/pdfium';
import { AppError } from '../../shared/app-error';

type Module = Awaited<ReturnType<typeof PDFiumModule>> & {
  // exported by the WebAssembly build, missing from its types: FPDF_BOOL(document, index, double*, double*)
  _FPDF_GetPageSizeByIndex(document: number, index: number, width: number, height: number): number;
};

/** PDFium's FPDF_ERR_* numbers that need words of their own. */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

const BGRA = 4;
const WHITE = 0xffffffff;
// FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER: with annotations, bytes as R, G, B, A
const RENDER_FLAGS = 0x01 | 0x10;

export interface Bitmap {
  width: number;
  height: number;
  /** R, G, B, A, 8 bits each. */
  data: Uint8Array;
}

/** One open document. Pages are 0-based. Sizes are points (1/72 inch). */
export interface PdfDocument {
  readonly pages: number;
  sizeOf(page: number): [number, number];
  /** Paints a page on white, `width` pixels wide; the height follows. */
  paint(page: number, width: number): Bitmap;
  textOf(page: number): string;
  close(): void;
}

export interface Pdfium {
  /** Reads the whole file into PDFium's memory. Throws AppError pdf_encrypted, pdf_damaged, file_missing. */
  open(path: string): PdfDocument;
}

/**
 * PDFium as WebAssembly. The package's own document class opens a page for every size and closes it only after
 * painting; here a page never outlives the question about it, and sizes come without parsing the page.
 */
export async function loadPdfium(): Promise<Pdfium> {
  const module = (await PDFiumModule({})) as Module;
  module._FPDF_InitLibraryWithConfig({ version: 2 });
  return { open: (path) => openDocument(module, path) };
}

/** Bytes go from the file into the WebAssembly heap without a copy in between: a PDF may have 200 MB. */
function readIntoHeap(module: Module, path: string): { pointer: number; size: number } {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw new AppError('file_missing', {}, { cause: error });
  }
  try {
    const size = fstatSync(file).size;
    const pointer = allocate(module, Math.max(size, 1));
    let read = 0;
    while (read < size) {
      const count = readSync(file, module.HEAPU8, pointer + read, size - read, read);
      if (count === 0) break;
      read += count;
    }
    return { pointer, size: read };
  } finally {
    closeSync(file);
  }
}

function allocate(module: Module, bytes: number): number {
  const pointer = module.wasmExports.malloc(bytes);
  if (pointer === 0) throw new AppError('worker_failed', { detail: 'PDFium is out of memory' });
  return pointer;
}

function openDocument(module: Module, path: string): PdfDocument {
  const { pointer, size } = readIntoHeap(module, path);
  const document = module._FPDF_LoadMemDocument(pointer, size, 0);
  const pages = document === 0 ? 0 : module._FPDF_GetPageCount(document);
  if (pages === 0) {
    const error = document === 0 ? module._FPDF_GetLastError() : 0;
    if (document !== 0) module._FPDF_CloseDocument(document);
    module.wasmExports.free(pointer);
    throw new AppError(error === ERROR_PASSWORD || error === ERROR_SECURITY ? 'pdf_encrypted' : 'pdf_damaged');
  }

  function withPage<T>(index: number, use: (page: number) => T): T {
    const page = module._FPDF_LoadPage(document, index);
    if (page === 0) throw new AppError('pdf_damaged', { detail: `page ${index + 1}` });
    try {
      return use(page);
    } finally {
      module._FPDF_ClosePage(page);
    }
  }

  return {
    pages,
    sizeOf: (index) => sizeOf(module, document, index),
    paint: (index, width) => withPage(index, (page) => paint(module, page, width)),
    textOf: (index) => withPage(index, (page) => textOf(module, page)),
    close() {
      module._FPDF_CloseDocument(document);
      module.wasmExports.free(pointer);
    },
  };
}

function sizeOf(module: Module, document: number, index: number): [number, number] {
  const pointer = allocate(module, 16);
  try {
    const known = module._FPDF_GetPageSizeByIndex(document, index, pointer, pointer + 8) !== 0;
    const numbers = new DataView(module.HEAPU8.buffer, pointer, 16);
    const size: [number, number] = [numbers.getFloat64(0, true), numbers.getFloat64(8, true)];
    // a page whose own description is broken still gets its place among the thumbnails
    return known && size[0] > 0 && size[1] > 0 ? size : [595, 842];
  } finally {
    module.wasmExports.free(pointer);
  }
}

function paint(module: Module, page: number, width: number): Bitmap {
  const ratio = module._FPDF_GetPageHeight(page) / module._FPDF_GetPageWidth(page);
  // a page of one by ten thousand points must not ask for gigabytes
  const height = Math.min(Math.max(1, Math.round(width * (Number.isFinite(ratio) ? ratio : 1))), width * 20);
  const bytes = width * height * 4;
  const pointer = allocate(module, bytes);
  const bitmap = module._FPDFBitmap_CreateEx(width, height, BGRA, pointer, width * 4);
  try {
    module._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    module._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
    return { width, height, data: module.HEAPU8.slice(pointer, pointer + bytes) };
  } finally {
    module._FPDFBitmap_Destroy(bitmap);
    module.wasmExports.free(pointer);
  }
}

function textOf(module: Module, page: number): string {
  const text = module._FPDFText_LoadPage(page);
  if (text === 0) return '';
  try {
    const count = module._FPDFText_CountChars(text);
    if (count <= 0) return '';
    const pointer = allocate(module, (count + 1) * 2);
    try {
      const length = module._FPDFText_GetText(text, 0, count, pointer);
      // UTF-16LE with a closing zero
      return new TextDecoder('utf-16le').decode(module.HEAPU8.slice(pointer, pointer + Math.max(0, length - 1) * 2));
    } finally {
      module.wasmExports.free(pointer);
    }
  } finally {
    module._FPDFText_ClosePage(text);
  }
}
