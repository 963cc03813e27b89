import type { Kind } from './sniff';

/** What the window is given of a picture: no more than a large screen shows of it. */
export const SHOWN = {
  /** Pixels; one that is larger is scaled down to this. */
  side: 4096,
  pixels: 24_000_000,
  bytes: 80_000_000,
} as const;

/** Whether a picture of pixels may be unpacked whole. Drawings are never answered for here: see `isCheapSvg`. */
export function isShownAsItIs(kind: Pick<Kind, 'format' | 'width' | 'height'> | undefined, bytes: number): boolean {
  const pixels = (kind?.width ?? Infinity) * (kind?.height ?? Infinity);
  return bytes <= SHOWN.bytes && pixels <= SHOWN.pixels && pixels > 0;
}
