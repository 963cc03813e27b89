export interface Tick {
  /** CSS px from the page's edge. */
  at: number;
  /** On long ticks. */
  label: string | undefined;
}

/** CSS px between numbers, at least: they must not touch. */
const LEAST_GAP = 44;
const STEPS = [1, 2, 5];

/** The step between numbers: 1, 2 or 5 times a power of ten. */
function labelStep(scale: number): number {
  for (let power = 1; power < 1e7; power *= 10)
    for (const step of STEPS) if (step * power * scale >= LEAST_GAP) return step * power;
  return 1e7;
}

/** The ticks of a ruler from `from` to `to` CSS px beside the page's edge, `scale` CSS px a unit; five parts a number. */
export function ticksOf(from: number, to: number, scale: number): Tick[] {
  if (!(scale > 0)) return [];
  const step = labelStep(scale);
  const part = step / 5;
  const ticks: Tick[] = [];
  for (let count = Math.ceil(from / scale / part); count * part * scale <= to; count += 1)
    ticks.push({ at: count * part * scale, label: count % 5 === 0 ? String((count / 5) * step) : undefined });
  return ticks;
}
