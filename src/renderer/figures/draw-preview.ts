import type { Figure } from '../../shared/figure';
import type { FigurePreviewView } from '../../shared/figure-preview';
import type { Layer, Pixels } from '../../shared/page';
import { toLayers } from '../../shared/preview-parts';
import { call } from '../api';

/** A preview, and what its page is made of: pixels of four bytes. */
export interface DrawnPreview {
  view: FigurePreviewView;
  layers: readonly Layer[];
}

/**
 * Draws previews of a figure and keeps the pictures of the newest, so that a change of labels, spacing or order fetches
 * none. One drawing at a time.
 */
export function createPreviewSource() {
  let pictures = new Map<string, Pixels>();

  async function draw(figure: Figure, maxSide: number): Promise<DrawnPreview> {
    const had = pictures;
    const view = await call('figure.preview', { figure, maxSide, have: [...had.keys()] });
    const fetched = view.parts.pictures.splice(0).map(({ key, ...pixels }) => [key, opaque(pixels)] as const);
    const all = new Map([...had, ...fetched]);
    const used = new Set(view.parts.layers.map(({ picture }) => picture?.key));
    pictures = new Map([...all].filter(([key]) => used.has(key)));
    const layers = toLayers(view.parts, pictures);
    if (!layers) throw new Error('a preview names a picture that was never sent');
    return { view, layers };
  }

  return {
    draw,
    forget(): void {
      pictures = new Map();
    },
  };
}

/** R, G, B with an opaque A behind each, as a canvas has them. */
function opaque({ width, height, data }: Pixels): Pixels {
  const wide = new Uint8Array(width * height * 4);
  const words = new Uint32Array(wide.buffer);
  // as numbers of a machine that begins with the lowest byte: all that there are
  for (let at = 0, from = 0; at < words.length; at += 1, from += 3)
    words[at] = 0xff000000 | ((data[from + 2] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from] ?? 0);
  return { width, height, data: wide };
}
