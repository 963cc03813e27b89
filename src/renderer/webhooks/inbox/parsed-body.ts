/** Deeper ones are no delivery of a service, and their indentation alone would fill the memory. */
const DEEPEST = 60;

const within = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((item) => within(item, levels - 1)));

/** The body as JSON that can be set out for reading; undefined shows it as it came. Anybody may have sent it. */
export function parsedBody(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && within(value, DEEPEST) ? value : undefined;
  } catch {
    return undefined;
  }
}
