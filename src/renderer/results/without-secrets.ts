import { isSecretRef } from '../../shared/secret-ref';

/** Keys of answers whose values are nobody's business on a screen. */
const NEVER_SHOWN = new Set(['environment']);

/** An answer as it may be read and copied: handles of secrets become their masks, environments are left out. */
export function withoutSecrets(value: unknown): unknown {
  if (isSecretRef(value)) return value.hint;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (NEVER_SHOWN.has(key) ? [] : [[key, withoutSecrets(item)]])),
  );
}
