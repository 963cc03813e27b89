/** The longest pause between two questions about a job, in ms. */
export const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * How long until a job is asked about again, in ms: somewhere in the endpoint's interval, so that many jobs do
 * not ask at the same moment; doubled with every failure in a row, up to five minutes (then 60-100% of it, for
 * the same reason). `random` gives [0, 1); `pace` is how many times faster than a real one the server works.
 */
export function pollDelay(
  interval: readonly [number, number],
  failures: number,
  random: () => number,
  pace = 1,
): number {
  const [least, most] = interval;
  const base = least + (most - least) * random();
  return Math.round((base / pace) * Math.min(2 ** failures, LONGEST_PAUSE_MS / most));
}
