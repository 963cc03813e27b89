/**
 * True for a value that would leave its place in a path: `.` and `..` mean folders to every reader of addresses, and
 * percent-encoded they mean the same. All else is made harmless by its encoding.
 */
export function climbs(value: unknown): boolean {
  return typeof value === 'string' && /^\.{1,2}$/.test(value.trim());
}
