import { useEffect, useState } from 'react';
import { violatedRules, type Endpoint, type RuleViolation } from '../../shared/endpoints/endpoint';
import type { EndpointForm } from '../forms/form-values';

/** The rules that the values break. The same list as long as it says the same: typing draws nothing anew. */
export function useViolations(endpoint: Endpoint, form: EndpointForm): readonly RuleViolation[] {
  const [violations, setViolations] = useState<readonly RuleViolation[]>(() =>
    violatedRules(endpoint, form.getValues()),
  );
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const next = violatedRules(endpoint, values);
          setViolations((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
        },
      }),
    [endpoint, form],
  );
  return violations;
}
