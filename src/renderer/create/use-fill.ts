import { useState } from 'react';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { takeSample } from '../forms/pdf-intake';
import type { EndpointForm, FormValues } from '../forms/form-values';

export interface Fill {
  example(): void;
  clear(): void;
  /** Puts back what was there before the last fill or clearing; undefined where nothing is to be undone. */
  undo: (() => void) | undefined;
  /** What the undo would undo. */
  last: 'example' | 'clear' | undefined;
  forget(): void;
}

const initialValues = (endpoint: Endpoint): FormValues =>
  Object.fromEntries(describeFields(endpoint.input).map(({ name, initial }) => [name, initial]));

/** Fills or empties the whole form in one press, each with a way back. */
export function useFill(endpoint: Endpoint, form: EndpointForm): Fill {
  const [before, setBefore] = useState<{ kind: 'example' | 'clear'; values: FormValues }>();

  const put = (values: FormValues): void => {
    form.clearErrors();
    for (const { name } of describeFields(endpoint.input)) form.setValue(name, values[name], { shouldDirty: true });
  };
  return {
    example() {
      const values = { ...form.getValues() };
      const example = { ...endpoint.example };
      for (const { name, widget } of describeFields(endpoint.input)) {
        if (widget !== 'pdf') continue;
        // the documented example holds an empty PDF in base64: the sample paper shows more
        example[name] = values[name];
        if (values[name] === undefined) void takeSample();
      }
      setBefore({ kind: 'example', values });
      put(example);
    },
    clear() {
      setBefore({ kind: 'clear', values: { ...form.getValues() } });
      put(initialValues(endpoint));
    },
    undo:
      before &&
      (() => {
        put(before.values);
        setBefore(undefined);
      }),
    last: before?.kind,
    forget() {
      setBefore(undefined);
    },
  };
}
