const PLAIN = /^[A-Za-z_$][\w$]*$/;

/** `modelOutputs[0].image_base64`, `["a b"].c`: as one would write it in JavaScript. */
export function childPath(parent: string, key: string | number): string {
  if (typeof key === 'number') return `${parent}[${key}]`;
  if (!PLAIN.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

export type Container = Record<string, unknown> | readonly unknown[];

export const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** The children of an object or a list, in their order. */
export function childrenOf(container: Container): [string | number, unknown][] {
  return Array.isArray(container)
    ? container.map((value: unknown, index): [number, unknown] => [index, value])
    : Object.entries(container);
}

export const childCount = (container: Container): number =>
  Array.isArray(container) ? container.length : Object.keys(container).length;
