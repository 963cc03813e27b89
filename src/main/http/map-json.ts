/** What stands where a value went past a limit. */
const CUT = '…';

export interface JsonMap {
  text(text: string): string;
  key?(key: string): string;
  /** A value of its own for what stands under a key, or for a whole object; undefined goes on into it. */
  instead?(value: unknown, key: string): { value: unknown } | undefined;
  /** How many levels and values are gone through; what lies beyond is left out as `…`. */
  levels?: number;
  values?: number;
  /** Called where something is left out. */
  onCut?(): void;
}

/** Sets a key as JSON.parse does: a plain assignment would take `__proto__` for the prototype. */
export function setKey(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}

/** A JSON value with its texts changed, however deep it is: nothing calls itself here. */
export function mapJson(root: unknown, map: JsonMap): unknown {
  const { levels = Infinity, values = Infinity } = map;
  const open: { from: object; to: unknown[] | Record<string, unknown>; level: number }[] = [];
  let count = 0;
  const cut = (): string => {
    map.onCut?.();
    return CUT;
  };
  const mapped = (value: unknown, key: string, level: number): unknown => {
    count += 1;
    const own = map.instead?.(value, key);
    if (own) return own.value;
    if (typeof value === 'string') return map.text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (level >= levels) return cut();
    const to: unknown[] | Record<string, unknown> = Array.isArray(value) ? [] : {};
    open.push({ from: value, to, level: level + 1 });
    return to;
  };
  const result = mapped(root, '', 0);
  for (let next = open.pop(); next; next = open.pop()) {
    const { from, to, level } = next;
    if (Array.isArray(to)) {
      for (const item of from as unknown[]) {
        if (count >= values) {
          to.push(cut());
          break;
        }
        to.push(mapped(item, '', level));
      }
      continue;
    }
    for (const key in from) {
      if (!Object.hasOwn(from, key)) continue;
      if (count >= values) {
        setKey(to, CUT, cut());
        break;
      }
      setKey(to, map.key?.(key) ?? key, mapped((from as Record<string, unknown>)[key], key, level));
    }
  }
  return result;
}
