/** All in the drawing's own units, y downwards. */
export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Point {
  x: number;
  y: number;
}

export const right = (rect: Rect): number => rect.x + rect.w;
export const bottom = (rect: Rect): number => rect.y + rect.h;
export const centre = (rect: Rect): Point => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });

export function inset(rect: Rect, dx: number, dy = dx): Rect {
  return { x: rect.x + dx, y: rect.y + dy, w: rect.w - 2 * dx, h: rect.h - 2 * dy };
}

/** A rectangle of the given size in the middle of another. */
export function centred(area: Rect, w: number, h: number): Rect {
  return { x: area.x + (area.w - w) / 2, y: area.y + (area.h - h) / 2, w, h };
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

export function contains(outer: Rect, inner: Rect): boolean {
  const hair = 0.01;
  return (
    inner.x >= outer.x - hair &&
    inner.y >= outer.y - hair &&
    right(inner) <= right(outer) + hair &&
    bottom(inner) <= bottom(outer) + hair
  );
}

function cut(length: number, shares: readonly number[], gap: number): { from: number; size: number }[] {
  const free = length - gap * (shares.length - 1);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let from = 0;
  return shares.map((share) => {
    const size = (free * share) / total;
    const piece = { from, size };
    from += size + gap;
    return piece;
  });
}

/** Columns of the given shares with a gap between them. */
export function columns(rect: Rect, shares: readonly number[], gap: number): Rect[] {
  return cut(rect.w, shares, gap).map(({ from, size }) => ({ ...rect, x: rect.x + from, w: size }));
}

export function rows(rect: Rect, shares: readonly number[], gap: number): Rect[] {
  return cut(rect.h, shares, gap).map(({ from, size }) => ({ ...rect, y: rect.y + from, h: size }));
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
