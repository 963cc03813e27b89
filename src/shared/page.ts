/**
 * A page and how pictures and letters come onto it. The image worker paints with it what is exported, the window what
 * is previewed: the same arithmetic, so the same pixels.
 */

/** 8 bits a channel, R, G, B and, in the window, an opaque A. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** How much of each pixel is covered, 0 to 255, in a rectangle of the page. */
export interface Mask {
  left: number;
  top: number;
  width: number;
  height: number;
  data: Uint8Array;
}

/** A picture, or none, and the letters that are written after it. */
export interface Layer {
  picture: { pixels: Pixels; x: number; y: number } | null;
  masks: readonly Mask[];
}

/** A white page that pictures and letters are painted on. What lies outside is cut off. */
export interface Page extends Pixels {
  /** The picture has as many channels as the page. */
  put(picture: Pixels, x: number, y: number): void;
  /** Blends black where the mask covers. */
  ink(mask: Mask): void;
}

/** `into`: bytes to use again, as many as the page needs. */
export function createPage(
  width: number,
  height: number,
  channels: 3 | 4 = 3,
  into = new Uint8Array(width * height * channels),
): Page {
  const data = into.fill(255);
  return {
    ...{ width, height, data },
    put(picture, x, y) {
      const left = Math.max(0, x);
      const right = Math.min(width, x + picture.width);
      if (right <= left) return;
      for (let row = Math.max(0, -y); row < picture.height && y + row < height; row += 1) {
        const from = (row * picture.width + left - x) * channels;
        const part = picture.data.subarray(from, from + (right - left) * channels);
        data.set(part, ((y + row) * width + left) * channels);
      }
    },
    ink(mask) {
      const right = Math.min(width, mask.left + mask.width);
      const bottom = Math.min(height, mask.top + mask.height);
      for (let y = Math.max(0, mask.top); y < bottom; y += 1) {
        for (let x = Math.max(0, mask.left); x < right; x += 1) {
          const covered = mask.data[(y - mask.top) * mask.width + x - mask.left] ?? 0;
          if (covered === 0) continue;
          const at = (y * width + x) * channels;
          for (let channel = at; channel < at + 3; channel += 1)
            data[channel] = Math.round(((data[channel] ?? 0) * (255 - covered)) / 255);
        }
      }
    },
  };
}

/** Picture, letters, picture, letters. */
export function paintLayers(page: Page, layers: readonly Layer[]): void {
  for (const { picture, masks } of layers) {
    if (picture) page.put(picture.pixels, picture.x, picture.y);
    masks.forEach(page.ink);
  }
}
