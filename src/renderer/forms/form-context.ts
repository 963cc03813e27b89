import { createContext, use } from 'react';
import type { RuleViolation, Endpoint } from '../../shared/endpoints/endpoint';
import type { FieldDescription } from '../../shared/fields';
import type { EndpointForm } from './form-values';

export interface FormScope {
  endpoint: Endpoint;
  fields: readonly FieldDescription[];
  form: EndpointForm;
  /** Rules that the values break right now. */
  violations: readonly RuleViolation[];
  /** What is let through and hardly meant. */
  doubts: readonly RuleViolation[];
  /** Called right before the form is sent: widgets that hand over what is typed after a pause do so then. */
  beforeSending: Set<() => void>;
}

export const FormContext = createContext<FormScope | undefined>(undefined);

/** The form around a widget. Throws outside of one. */
export function useFormScope(): FormScope {
  const scope = use(FormContext);
  if (!scope) throw new Error('no form around this widget');
  return scope;
}
