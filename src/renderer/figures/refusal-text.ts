import i18next from 'i18next';
import type { CompositeRefusal } from '../../shared/composite-layout';
import { lookUp } from '../i18n';

/** Why the server would say no, in words. */
export function refusalText({ code, params }: CompositeRefusal): string {
  if (code === 'too_few_sources')
    return i18next.t('composer.refusals.too_few_sources', {
      count: Number(params['panels']),
      least: Number(params['least']),
    });
  return lookUp(`composer.refusals.${code}`, params) ?? code;
}
