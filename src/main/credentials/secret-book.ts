import { AppError } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import type { SecretRef } from '../../shared/secret-ref';
import { isSecretRef, maskSecret } from '../../shared/secret-ref';

/** Secrets that answers held, in memory, by handle. The window sees the handles. */
export interface SecretBook {
  /** The answer with handles in place of the values that the endpoint declares as secret. */
  hide(endpoint: Endpoint, answer: unknown, baseUrl: string): unknown;
  /**
   * The input with the secrets back in its masked fields. A handle is good only for the server that its secret came
   * from. Throws `invalid_input` with `stale_secret` at the field.
   */
  resolve(endpoint: Endpoint, input: Record<string, unknown>, baseUrl: string): Record<string, unknown>;
  /** The full secret. Throws `invalid_input` with `stale_secret`. */
  reveal(handle: string): string;
  /** Forgets everything: all handles are stale. */
  clear(): void;
}

const stale = (field: string): AppError => new AppError('invalid_input', { issues: [{ field, code: 'stale_secret' }] });

/** Servers that shorten the keys of a list (`pb_a1b2c3...`) tell no secret. */
const isWhole = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && !/\.\.\.|[…•*]/.test(value);

export function createSecretBook(newHandle: () => string): SecretBook {
  const entries = new Map<string, { secret: string; baseUrl: string }>();
  const handles = new Map<string, string>();

  function handleOf(secret: string, baseUrl: string): SecretRef {
    const key = JSON.stringify([baseUrl, secret]);
    // the same secret keeps its handle, so that a list loaded again is the same list
    const handle = handles.get(key) ?? newHandle();
    handles.set(key, handle);
    entries.set(handle, { secret, baseUrl });
    return { $secret: handle, hint: maskSecret(secret) };
  }

  return {
    hide({ secretAnswers }, answer, baseUrl) {
      const secretKeys = new Set(secretAnswers);
      if (secretKeys.size === 0) return answer;
      const visit = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(visit);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            secretKeys.has(key) && isWhole(item) ? handleOf(item, baseUrl) : visit(item),
          ]),
        );
      };
      return visit(answer);
    },
    resolve(endpoint, input, baseUrl) {
      const masked = new Set(describeFields(endpoint.input).flatMap((field) => (field.masked ? [field.name] : [])));
      return Object.fromEntries(
        Object.entries(input).map(([name, value]) => {
          if (!masked.has(name) || !isSecretRef(value)) return [name, value];
          const entry = entries.get(value.$secret);
          if (entry?.baseUrl !== baseUrl) throw stale(name);
          return [name, entry.secret];
        }),
      );
    },
    reveal(handle) {
      const entry = entries.get(handle);
      if (!entry) throw stale('handle');
      return entry.secret;
    },
    clear() {
      entries.clear();
      handles.clear();
    },
  };
}
