/** What a figure may be made of. A small file can claim any size, so claims are looked at before anything is unpacked. */
export const LIMITS = {
  /** sharp's own bound: 0x3fff squared. */
  pixels: 0x3fff * 0x3fff,
  fileBytes: 200_000_000,
  panels: 100,
  /** The page itself: three bytes a pixel, in memory while it is painted. */
  pagePixels: 150_000_000,
} as const;
