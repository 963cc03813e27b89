import { parsePageRanges } from '../../src/shared/page-ranges';
import { decodeBase64, LongText } from '../long-text';
import { readPdf } from '../pdf-pages';
import { refuse } from './answers';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The upload as the handler sees it: decoded, counted, its page list read. A refusal, or undefined. */
export async function refusePdf(body: Record<string, unknown>): Promise<Response | undefined> {
  const given = body['pdf_base64'];
  const encoded = given instanceof LongText ? given : new LongText([Buffer.from(text(given))], text(given).length);
  const bytes = await decodeBase64(encoded);
  if (!bytes || bytes.byteLength === 0) return refuse(422, 'pdf_base64 is not valid base64');
  const pdf = await readPdf(bytes);
  if (pdf.kind === 'not_a_pdf') return refuse(422, 'pdf_base64 is not a PDF file');
  if (pdf.kind === 'encrypted') return refuse(422, 'The PDF is encrypted and cannot be read');
  const list = text(body['pages']);
  // without a page tree, as in the documentation's example, there is nothing to count
  const ranges = parsePageRanges(list, pdf.pageCount ?? undefined);
  if (ranges.ok) return undefined;
  const { problem } = ranges;
  switch (problem.reason) {
    case 'syntax':
      return refuse(
        422,
        `Invalid pages value: '${problem.part}' in '${list}'. Expected a list such as 1, 1,3-5 or 5-3`,
      );
    case 'zero':
      return refuse(422, `Invalid pages value: '${problem.part}' in '${list}'. Pages are counted from 1`);
    case 'beyond':
      return refuse(422, `Page selection '${problem.part}' is out of range: the PDF has ${problem.pageCount} pages`);
  }
}
