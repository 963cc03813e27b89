import { useWatch } from 'react-hook-form';
import type { EndpointForm, FormValues } from '../forms/form-values';

/** All values of a form, followed. */
export function useFormValues(form: EndpointForm): FormValues {
  return useWatch({ control: form.control });
}
