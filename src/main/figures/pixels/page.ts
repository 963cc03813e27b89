import type { Mask } from '../text/coverage';
import type { Pixels } from './read-picture';

/** A white page of R, G, B that pictures and letters are painted on. What lies outside is cut off. */
export interface Page extends Pixels {
  put(picture: Pixels, x: number, y: number): void;
  /** Blends black where the mask covers. */
  ink(mask: Mask): void;
}

export function createPage(width: number, height: number): Page {
  const data = new Uint8Array(width * height * 3).fill(255);
  return {
    ...{ width, height, data },
    put(picture, x, y) {
      const left = Math.max(0, x);
      const right = Math.min(width, x + picture.width);
      if (right <= left) return;
      for (let row = Math.max(0, -y); row < picture.height && y + row < height; row += 1) {
        const from = (row * picture.width + left - x) * 3;
        data.set(picture.data.subarray(from, from + (right - left) * 3), ((y + row) * width + left) * 3);
      }
    },
    ink(mask) {
      const right = Math.min(width, mask.left + mask.width);
      const bottom = Math.min(height, mask.top + mask.height);
      for (let y = Math.max(0, mask.top); y < bottom; y += 1) {
        for (let x = Math.max(0, mask.left); x < right; x += 1) {
          const covered = mask.data[(y - mask.top) * mask.width + x - mask.left] ?? 0;
          if (covered === 0) continue;
          const at = (y * width + x) * 3;
          for (let channel = at; channel < at + 3; channel += 1)
            data[channel] = Math.round(((data[channel] ?? 0) * (255 - covered)) / 255);
        }
      }
    },
  };
}
