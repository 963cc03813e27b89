import { useWatch } from 'react-hook-form';
import type { PdfInfo } from '../../shared/contract';
import type { FieldDescription } from '../../shared/fields';
import { isFileRef, type FileRef } from '../../shared/file-ref';
import { call, queryClient, useOperation } from '../api';
import type { EndpointForm } from './form-values';

/** The file that a form's PDF field holds. */
export function usePdf(form: EndpointForm, fields: readonly FieldDescription[]): FileRef | undefined {
  const name = fields.find(({ widget }) => widget === 'pdf')?.name ?? '';
  const value = useWatch({ control: form.control, name });
  return isFileRef(value) ? value : undefined;
}

/** The same question as `usePdfInfo` asks, for asking it beforehand. */
export const pdfInfoQuery = (sha256: string) => ({
  queryKey: ['pdf.info', { sha256 }] as const,
  queryFn: () => call('pdf.info', { sha256 }),
});

export function usePdfInfo(pdf: FileRef | undefined) {
  return useOperation('pdf.info', { sha256: pdf?.$file ?? '' }, { enabled: pdf !== undefined });
}

/** Pages of a PDF whose information is here already. */
export function knownPageCount(sha256: string): number | undefined {
  return queryClient.getQueryData<PdfInfo>(['pdf.info', { sha256 }])?.pages;
}
