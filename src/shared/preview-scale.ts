/**
 * The scale of a preview: of 1, 3/4, 1/2, 3/8, 1/4, 3/16 … the largest that keeps the page's longer side within
 * `maxSide`. Steps, not any number, so that a slider that changes the page by some pixels leaves the scale, and the
 * panels that are kept at it, as they are.
 */
export function previewFactor({ width, height }: { width: number; height: number }, maxSide: number): number {
  const side = Math.max(width, height);
  for (let factor = 1; factor > 1 / 1024; factor /= 2) {
    if (side * factor <= maxSide) return factor;
    if (side * factor * 0.75 <= maxSide) return factor * 0.75;
  }
  return 1 / 1024;
}
