import { parseJson } from '../http/answer-text';
import type { AppError } from '../../shared/app-error';

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/**
 * What an API itself says in an error: the `detail` of a JSON body, as text or `{message}`. Undefined for whatever
 * else may answer on the way there: a proxy's plain text, a web page, JSON of another shape.
 */
export function jsonDetail({ data }: AppError): string | undefined {
  const detail = fieldOf(parseJson(data.raw?.body ?? ''), 'detail');
  const text = typeof detail === 'string' ? detail : fieldOf(detail, 'message');
  return typeof text === 'string' ? text.trim() : undefined;
}
