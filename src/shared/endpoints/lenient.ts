import { z } from 'zod';

/**
 * How the answers of other people's servers are read: an answer that was paid for is never thrown away because a
 * detail of it is null, a number for a text, or a shape that nobody documented.
 */

/** Text, or a number in its place; anything else reads as absent. */
export const looseText = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);

/** A name that the server gave: empty where there is none. */
export const looseId = z.union([z.string(), z.number().transform(String)]).catch('');

/** A name or a word that an answer is none without. */
export const requiredWord = z.union([z.string().min(1), z.number().transform(String)]);

const numeral = z
  .string()
  .trim()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .transform(Number);

/** A number, or its digits as text; anything else reads as absent. */
export const looseNumber = z.union([z.number(), numeral]).nullish().catch(null);

/** A number that is shown and added up: null counts as none. Throws where it is no number at all. */
export const amount = z.union([z.number(), numeral, z.null().transform(() => 0)]);

/** True or false, however the server spells it; anything else reads as absent. */
export const looseFlag = z
  .union([z.boolean(), z.literal([1, 0]).transform(Boolean), z.stringbool()])
  .nullish()
  .catch(null);

/** The reason that a server gives: a text, or an object with a `message`. Empty where there is none. */
function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error === null || error === undefined) return '';
  if (typeof error === 'object' && 'message' in error && typeof error.message === 'string') return error.message;
  return JSON.stringify(error);
}

export const looseReason = z.union([z.string(), z.unknown().transform(reasonOf)]).nullish();
