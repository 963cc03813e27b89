import type { AppErrorData } from '../app-error';
import { endpointKey } from './locale';

/** Where the words for the best next step after an error may stand, the fittest first. */
export function nextStepKeys({ code, params }: Pick<AppErrorData, 'code' | 'params'>): string[] {
  const usual = `errors.${code}.next`;
  const endpoint = params?.['endpoint'];
  const nearest = code === 'not_offered' && typeof endpoint === 'string';
  return nearest ? [`endpoints.${endpointKey(endpoint)}.instead`, usual] : [usual];
}
