import PDFDocument from 'pdfkit';

export interface PdfPage {
  /** Points. */
  size?: [number, number];
  text?: string;
  /** Fills the upper left quarter. */
  colour?: string;
}

const A_PAGE: [number, number] = [300, 400];

/** A real PDF. With a password it cannot be read without it. */
export async function makePdf(pages: readonly PdfPage[], password?: string): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    ...(password && { userPassword: password, ownerPassword: password }),
  });
  for (const { size: given, text, colour } of pages) {
    const size = given ?? A_PAGE;
    document.addPage({ size });
    if (colour) document.rect(0, 0, size[0] / 2, size[1] / 2).fill(colour);
    if (text) document.fillColor('#000000').text(text, 20, size[1] / 2 + 20);
  }
  document.end();
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
