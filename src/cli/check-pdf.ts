import { createPdfReader } from '../main/figures/pdf';
import { AppError } from '../shared/app-error';
import type { Endpoint } from '../shared/endpoints/endpoint';
import { describeFields } from '../shared/fields';
import { isFileRef } from '../shared/file-ref';
import { parsePageRanges } from '../shared/page-ranges';

/**
 * What costs a unit and can be known before: a password, and pages that the PDF does not have. A PDF that cannot
 * be read here is left to the server, whose reader may be another. Throws pdf_encrypted, and invalid_input.
 */
export async function checkPdf(
  endpoint: Endpoint,
  input: Record<string, unknown>,
  pathOf: (sha256: string) => string,
): Promise<void> {
  const fields = describeFields(endpoint.input);
  const pdf = fields.find(({ widget }) => widget === 'pdf');
  const file = pdf && input[pdf.name];
  if (!isFileRef(file)) return;
  const pageCount = await countPages(pathOf(file.$file));
  const list = fields.find(({ widget }) => widget === 'page-list');
  const pages = list && input[list.name];
  if (pageCount === undefined || typeof pages !== 'string') return;
  const ranges = parsePageRanges(pages, pageCount);
  if (ranges.ok || ranges.problem.reason !== 'beyond') return;
  const params = { part: ranges.problem.part, pageCount };
  throw new AppError('invalid_input', { issues: [{ field: list?.name ?? '', code: 'pages_beyond', params }] });
}

async function countPages(path: string): Promise<number | undefined> {
  const reader = createPdfReader();
  try {
    return (await reader.info(path)).pages;
  } catch (error) {
    if (error instanceof AppError && error.code === 'pdf_encrypted') throw error;
    return undefined;
  } finally {
    reader.close();
  }
}
