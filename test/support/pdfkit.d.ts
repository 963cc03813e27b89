/** pdfkit brings no types of its own; these are the few members that the tests use. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  interface PdfOptions {
    size?: [number, number];
    autoFirstPage?: boolean;
    userPassword?: string;
    ownerPassword?: string;
  }

  export default class PDFDocument extends Readable {
    constructor(options?: PdfOptions);
    addPage(options?: { size?: [number, number] }): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(colour: string): this;
    fillColor(colour: string): this;
    text(text: string, x: number, y: number): this;
    end(): void;
  }
}
