import type { ErrorCode } from '../../shared/app-error';
import type { RuleViolation } from '../../shared/endpoints/endpoint';
import type { FieldDescription } from '../../shared/fields';
import type { EndpointForm } from '../forms/form-values';
import { usePdfIntake } from '../forms/pdf-intake';
import { usePdf, usePdfInfo } from '../forms/use-pdf-info';
import type { SendState } from './use-send';

/** Why the form cannot be sent right now; its words are `create.<obstacle>`. */
export type Obstacle = 'offSending' | 'offTaking' | 'offPdf' | 'offRules';

/** A PDF in one of these conditions would only waste a unit. That our own reader failed is no such condition. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'file_missing',
  'file_empty',
  'not_a_pdf',
  'pdf_encrypted',
  'pdf_damaged',
]);

/** What is in the way of sending, beyond single fields, which are marked when it is tried. */
export function useObstacle(
  form: EndpointForm,
  fields: readonly FieldDescription[],
  violations: readonly RuleViolation[],
  sending: SendState,
): Obstacle | undefined {
  const busy = usePdfIntake((state) => state.busy !== undefined);
  const hasPdf = fields.some(({ widget }) => widget === 'pdf');
  const info = usePdfInfo(usePdf(form, fields));
  if (sending.kind === 'sending') return 'offSending';
  if (hasPdf && busy) return 'offTaking';
  if (info.error && HOPELESS.has(info.error.code)) return 'offPdf';
  if (violations.length > 0) return 'offRules';
  return undefined;
}
