import { createHash } from 'node:crypto';

/** SHA-256 of the parts, lower-case hex: the mock's only source of chance, so that a seed repeats everything. */
export function hashOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex');
}

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** An integer in [least, most]. */
  int(least: number, most: number): number;
  /** A number in [least, most). */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** Throws for an empty list. */
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/** Mulberry32: small, fast, good enough for pictures; the seed is the first 32 bits of the hash of the parts. */
export function randomFrom(...parts: readonly (string | number)[]): Random {
  let state = Number.parseInt(hashOf(...parts).slice(0, 8), 16);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    between: (least, most) => least + next() * (most - least),
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    shuffle<T>(items: readonly T[]): T[] {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = int(0, last);
        [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
      }
      return mixed;
    },
  };
}

/**
 * True exactly once in every `n` calls counted by `index` (from 0), at a place that the seed decides:
 * "one in n" that a short test meets as surely as a long run.
 */
export function oneIn(n: number | null, index: number, seed: number, name: string): boolean {
  if (n === null) return false;
  const block = Math.floor(index / n);
  return index % n === Number.parseInt(hashOf(seed, name, block).slice(0, 8), 16) % n;
}
