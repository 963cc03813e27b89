const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.5, 2, 3, 4, 8];
/** Rounding must not make a step of its own. */
const EPSILON = 0.005;

/** The next usual zoom above (1) or below (-1) any zoom; 1 is one picture pixel for each pixel of the screen. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? STEPS.find((step) => step > zoom + EPSILON)
      : STEPS.filter((step) => step < zoom - EPSILON).at(-1);
  return next ?? Math.min(Math.max(zoom, STEPS[0] ?? zoom), STEPS.at(-1) ?? zoom);
}

/** The zoom at which a picture fits into a box, both in the same pixels. Small pictures are not blown up. */
export function fitZoom(picture: { width: number; height: number }, box: { width: number; height: number }): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return Math.max(0.02, Math.min(1, box.width / picture.width, box.height / picture.height));
}
