import { randomFrom } from '../random';
import { ACCOUNT } from './dev-models';
import type { DevRun } from './dev-state';

const DAY = 24 * 3600_000;
/** Where the documentation's eleven days begin; the account goes on in blocks like it, before and after. */
const ANCHOR = Date.UTC(2026, 1, 1);
const BLOCK = 11;
const USUAL_DAYS = 30;

interface Totals {
  calls: number;
  /** ms. */
  computeTime: number;
  /** Hundredths of a cent, so that sums are exact. */
  cost: number;
}

/** What the documentation shows for its range. */
const DOCUMENTED: Record<string, Totals> = {
  'stable-diffusion-xl': { calls: 800, computeTime: 300_000, cost: 300_000 },
  'llama-2-7b': { calls: 450, computeTime: 150_000, cost: 155_000 },
};

/** Whole numbers for a day of a block whose eleven days add up to `total`. */
function share(total: number, weights: readonly number[], day: number): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const until = (end: number): number => {
    const part = weights.slice(0, end).reduce((all, weight) => all + weight, 0);
    return Math.round((total * part) / sum);
  };
  return until(day + 1) - until(day);
}

/** What others of the account ran on the day that begins at `midnight`. */
function ofDay(modelKey: string, midnight: number, seed: number): Totals {
  const total = DOCUMENTED[modelKey] ?? { calls: 0, computeTime: 0, cost: 0 };
  const index = Math.round((midnight - ANCHOR) / DAY);
  const day = ((index % BLOCK) + BLOCK) % BLOCK;
  const random = randomFrom('usage', seed, modelKey, Math.floor(index / BLOCK));
  const weights = Array.from({ length: BLOCK }, () => random.between(0.4, 1.6));
  return {
    calls: share(total.calls, weights, day),
    computeTime: share(total.computeTime, weights, day),
    cost: share(total.cost, weights, day),
  };
}

/** A finished run's price: in hundredths of a cent a second. */
const costOf = (computeTime: number): number => Math.round((computeTime / 1000) * 10);

export interface Range {
  from: number;
  to: number;
}

/** Undefined for dates that are none, or in the wrong order. */
export function rangeOf(start: string | null, end: string | null, now: number): Range | undefined {
  const to = end ? Date.parse(end) : now;
  const from = start ? Date.parse(start) : to - USUAL_DAYS * DAY;
  return Number.isNaN(from) || Number.isNaN(to) || from > to ? undefined : { from, to };
}

/** Days of the account's own past count from their noon, runs of the demo from their beginning. */
export function usageOf(range: Range, runs: readonly DevRun[], { now, seed }: { now: number; seed: number }) {
  const byModel = new Map<string, Totals>();
  const add = (modelKey: string, { calls, computeTime, cost }: Totals): void => {
    const known = byModel.get(modelKey) ?? { calls: 0, computeTime: 0, cost: 0 };
    byModel.set(modelKey, {
      calls: known.calls + calls,
      computeTime: known.computeTime + computeTime,
      cost: known.cost + cost,
    });
  };
  const last = Math.min(range.to, now);
  for (const modelKey of Object.keys(DOCUMENTED)) {
    const first = Math.floor(Math.max(range.from, ACCOUNT.createdAt) / DAY) * DAY;
    for (let midnight = first; midnight <= last; midnight += DAY) {
      const noon = midnight + DAY / 2;
      if (noon >= range.from && noon <= last) add(modelKey, ofDay(modelKey, midnight, seed));
    }
  }
  for (const run of runs)
    if (run.billed && run.created >= range.from && run.created <= range.to)
      add(run.modelKey, { calls: 1, computeTime: run.duration, cost: costOf(run.duration) });
  const used = [...byModel].filter(([, { calls }]) => calls > 0);
  const sum = (key: keyof Totals): number => used.reduce((all, [, totals]) => all + totals[key], 0);
  return {
    totalCalls: sum('calls'),
    totalComputeTime: sum('computeTime'),
    totalCost: sum('cost') / 10_000,
    byModel: used.map(([modelKey, { calls, computeTime, cost }]) => ({
      modelKey,
      calls,
      computeTime,
      cost: cost / 10_000,
    })),
  };
}
