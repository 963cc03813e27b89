import { create } from 'zustand';
import type { ZodType } from 'zod';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { ENDPOINTS } from '../../shared/endpoints/index';
import { describeFields } from '../../shared/fields';
import type { FormValues } from '../forms/form-values';

const lastPart = ({ path }: Endpoint): string => path.slice(path.lastIndexOf('/') + 1);

/** The endpoints that do the same with another product of the family, itself among them; none where there is no other. */
export function siblingsOf(endpoint: Endpoint): readonly Endpoint[] {
  const siblings = ENDPOINTS.filter(
    (other) =>
      other.family !== undefined && other.provider === endpoint.provider && lastPart(other) === lastPart(endpoint),
  );
  return endpoint.family !== undefined && siblings.length > 1 ? siblings : [];
}

interface Carried {
  values: FormValues;
  /** Fields whose values the other form does not take. */
  dropped: readonly string[];
}

/** What of a form's values another form takes. Values that neither would take stay, to be mended. */
export function carryOver(from: Endpoint, to: Endpoint, values: FormValues): Carried {
  const carried: Carried = { values: {}, dropped: [] };
  const takes = (endpoint: Endpoint, name: string): boolean => {
    const schema = endpoint.input.shape[name] as ZodType | undefined;
    return schema?.safeParse(values[name]).success ?? false;
  };
  const known = new Set(describeFields(to.input).map(({ name }) => name));
  const dropped: string[] = [];
  for (const { name } of describeFields(from.input)) {
    if (values[name] === undefined) continue;
    if (known.has(name) && (takes(to, name) || !takes(from, name))) carried.values[name] = values[name];
    else dropped.push(name);
  }
  return { ...carried, dropped };
}

/** Values on their way into another form. */
export const useCarried = create<{
  endpoint: string | undefined;
  values: FormValues | undefined;
  dropped: readonly string[];
}>(() => ({ endpoint: undefined, values: undefined, dropped: [] }));

export function carry(to: Endpoint, { values, dropped }: Carried): void {
  useCarried.setState({ endpoint: to.id, values, dropped });
}

/** The values for a form, undefined where none are on their way to it. */
export const carriedTo = (endpoint: Endpoint): FormValues | undefined => {
  const carried = useCarried.getState();
  return carried.endpoint === endpoint.id ? carried.values : undefined;
};

/** They have arrived; what was left behind is told until it is read. */
export function carriedArrived(): void {
  useCarried.setState({ values: undefined });
}

export function forgetDropped(): void {
  useCarried.setState({ dropped: [] });
}
