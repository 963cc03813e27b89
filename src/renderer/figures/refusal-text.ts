import type { CompositeRefusal } from '../../shared/composite-layout';
import { lookUp } from '../i18n';

/** Why the server would say no, in words. */
export function refusalText({ code, params }: CompositeRefusal): string {
  return lookUp(`composer.refusals.${code}`, { ...params, count: Number(params['panels'] ?? 0) }) ?? code;
}
