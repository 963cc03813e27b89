import { useEffect, useState } from 'react';
import { doubtsAbout, violatedRules, type Endpoint, type RuleViolation } from '../../shared/endpoints/endpoint';
import type { EndpointForm, FormValues } from '../forms/form-values';

interface Objections {
  /** The rules that the values break. */
  violations: readonly RuleViolation[];
  doubts: readonly RuleViolation[];
}

const objectionsTo = (endpoint: Endpoint, values: FormValues): Objections => ({
  violations: violatedRules(endpoint, values),
  doubts: doubtsAbout(endpoint, values),
});

/** What there is to say about the values together. The same as long as it says the same: typing draws nothing anew. */
export function useViolations(endpoint: Endpoint, form: EndpointForm): Objections {
  const [objections, setObjections] = useState(() => objectionsTo(endpoint, form.getValues()));
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const next = objectionsTo(endpoint, values);
          setObjections((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
        },
      }),
    [endpoint, form],
  );
  return objections;
}
