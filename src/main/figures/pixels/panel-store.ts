import { scaledWidth, type Size } from '../../../shared/composite-layout';
import type { Pixels } from '../../../shared/page';
import { createByteCache } from './byte-cache';
import { openPicture, type PictureHeader } from './read-picture';
import { scalePixels } from './scale';

/** Twelve panels of 1200 x 2400 at full height, and their small copies. */
const KEPT_BYTES = 256_000_000;
const KEPT_HEADERS = 1000;
const DRAFT_SIDE = 1600;

/**
 * The panels of figures, scaled. A picture is unpacked once for each height; everything smaller comes from that copy,
 * so neither labels, spacing, layout nor order ever open a file again. Paths are taken to be immutable, as in the
 * file store.
 */
export interface PanelStore {
  header(path: string): Promise<PictureHeader>;
  /** The panel at this height, times `factor` (at most 1). */
  scaled(path: string, height: number, factor: number, signal?: AbortSignal): Promise<Pixels>;
  /**
   * The panel as it is meant, at exactly this size. `draft`: from a kept copy of at most 1600 pixels, for previews.
   * Enlarges where it is asked to: whoever must not looks at the header first.
   */
  fitted(path: string, size: Size, options?: { draft?: boolean; signal?: AbortSignal }): Promise<Pixels>;
  /** Pictures unpacked so far. */
  readonly decoded: number;
}

export function createPanelStore(open: typeof openPicture = openPicture): PanelStore {
  const headers = createByteCache<PictureHeader>(KEPT_HEADERS, () => 1);
  const panels = createByteCache<Pixels>(KEPT_BYTES, ({ data }) => data.byteLength);
  let decoded = 0;

  const atHeight = (path: string, height: number, signal: AbortSignal | undefined) =>
    panels.get(`${height} ${path}`, async () => {
      const picture = await open(path);
      signal?.throwIfAborted();
      decoded += 1;
      const pixels = await picture.pixels();
      return ownPixels(await scalePixels(pixels, { width: scaledWidth(pixels, height), height }));
    });

  const draftOf = (path: string) =>
    panels.get(`draft ${path}`, async () => {
      const picture = await open(path);
      const { upright, format } = picture.header;
      const factor = DRAFT_SIDE / Math.max(upright.width, upright.height);
      const size = smaller(upright, format === 'svg' ? factor : Math.min(1, factor));
      decoded += 1;
      return ownPixels(await scalePixels(await picture.uprightPixels(size.width), size));
    });

  return {
    async fitted(path, size, { draft = false, signal } = {}) {
      signal?.throwIfAborted();
      if (draft)
        return panels.get(`${size.width}x${size.height} ${path}`, async () =>
          ownPixels(await scalePixels(await draftOf(path), size)),
        );
      const picture = await open(path);
      decoded += 1;
      return scalePixels(await picture.uprightPixels(size.width), size);
    },
    header: (path) => headers.get(path, async () => (await open(path)).header),
    async scaled(path, height, factor, signal) {
      signal?.throwIfAborted();
      const whole = await atHeight(path, height, signal);
      if (factor >= 1) return whole;
      return panels.get(`${height}*${factor} ${path}`, async () =>
        ownPixels(await scalePixels(whole, smaller(whole, factor))),
      );
    },
    get decoded() {
      return decoded;
    },
  };
}

export function smaller({ width, height }: Size, factor: number): Size {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** The WebAssembly build hands out pieces of its own memory, which would keep all of it alive. */
function ownPixels({ width, height, data }: Pixels): Pixels {
  return { width, height, data: new Uint8Array(data) };
}
