/** Values of known size, the least recently used dropped first where they pass `limit` bytes together. */
export interface ByteCache<T> {
  /** What is kept under the key, or is being made; made once, however often it is asked for. */
  get(key: string, make: () => Promise<T>): Promise<T>;
  /** True where get would have nothing to make. */
  has(key: string): boolean;
  readonly bytes: number;
}

export function createByteCache<T>(limit: number, sizeOf: (value: T) => number): ByteCache<T> {
  const kept = new Map<string, { value: T; bytes: number }>();
  const making = new Map<string, Promise<T>>();
  let total = 0;

  function keep(key: string, value: T): void {
    const bytes = sizeOf(value);
    if (bytes > limit) return;
    kept.set(key, { value, bytes });
    total += bytes;
    for (const [oldest, entry] of kept) {
      if (total <= limit) break;
      kept.delete(oldest);
      total -= entry.bytes;
    }
  }

  return {
    async get(key, make) {
      const entry = kept.get(key);
      if (entry) {
        // taken out and put back: the map's order is the order of use
        kept.delete(key);
        kept.set(key, entry);
        return entry.value;
      }
      const begun = making.get(key);
      if (begun) return begun;
      const promise = make();
      making.set(key, promise);
      try {
        const value = await promise;
        keep(key, value);
        return value;
      } finally {
        making.delete(key);
      }
    },
    has: (key) => kept.has(key),
    get bytes() {
      return total;
    },
  };
}
