import type { z } from 'zod';
import { describeFields } from '../../shared/fields';

/** Enough of a method section to find it again, little enough to keep the index small. */
const MOST_CHARACTERS = 20_000;

/** The words of a submission that a search should find: its texts, not its settings. */
export function searchText(input: z.ZodObject, values: Record<string, unknown>): string {
  return describeFields(input)
    .filter(({ widget, masked }) => (widget === 'long-text' || widget === 'text') && !masked)
    .flatMap(({ name }) => {
      const value = values[name];
      return typeof value === 'string' ? value.slice(0, MOST_CHARACTERS) : [];
    })
    .join('\n');
}
