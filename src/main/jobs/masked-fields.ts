import type { z } from 'zod';
import { describeFields } from '../../shared/fields';

type Values = Record<string, unknown>;

const MASK = '••••••••';

function maskedNames(input: z.ZodObject): Set<string> {
  return new Set(describeFields(input).flatMap((field) => (field.masked ? [field.name] : [])));
}

/** The values with secrets (a webhook's, say) replaced: what the history keeps of a submission. */
export function withMask(input: z.ZodObject, values: Values): Values {
  const masked = maskedNames(input);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, masked.has(name) && value !== undefined ? MASK : value]),
  );
}

/** The values of the fields that are declared and hold no secret: what a draft keeps. */
export function draftValues(input: z.ZodObject, values: Values): Values {
  const kept = new Set(describeFields(input).flatMap(({ name, masked }) => (masked ? [] : [name])));
  return Object.fromEntries(Object.entries(values).filter(([name]) => kept.has(name)));
}
