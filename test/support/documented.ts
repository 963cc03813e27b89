import { expect } from 'vitest';

/** A value that every request makes anew: its form counts. */
export const fresh = (pattern: RegExp): unknown => expect.stringMatching(pattern) as unknown;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A documented answer as what to compare with, field for field. A text that ends in an ellipsis was cut short by the
 * documentation's author: it goes on.
 */
export function documented(value: unknown): unknown {
  if (typeof value === 'string') {
    const parts = value.split('...');
    return parts.length === 1 ? value : expect.stringMatching(new RegExp(`^${parts.map(escaped).join('.*')}$`, 's'));
  }
  if (Array.isArray(value)) return value.map(documented);
  if (typeof value !== 'object' || value === null || 'asymmetricMatch' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, documented(item)]));
}
