import { MM_PER_INCH } from '../../../shared/journal-layout';
import type { Rect } from '../../../shared/composite-layout';
import type { FigurePreviewView } from '../../../shared/figure-preview';

/** CSS px a millimetre at true size. */
const CSS_PX_PER_MM = 96 / MM_PER_INCH;

/** The page in units of its own: the server's pixels, or millimetres. */
export interface PageGeometry {
  unit: 'px' | 'mm';
  width: number;
  height: number;
  panels: readonly Rect[];
  /** CSS px a unit at 100 %. */
  actual: number;
}

/** At 100 % a pixel of the server's page is a pixel of the screen, and a millimetre a millimetre. */
export function geometryOf(view: FigurePreviewView, devicePixelRatio: number): PageGeometry {
  if (view.mode === 'server') {
    const { page, panels } = view;
    return { unit: 'px', width: page.width, height: page.height, panels, actual: 1 / devicePixelRatio };
  }
  const { widthMm, heightMm, cells } = view.plan;
  const panels = cells.map(({ panel }) => panel);
  return { unit: 'mm', width: widthMm, height: heightMm, panels, actual: CSS_PX_PER_MM };
}

/** Largest zoom that fits; millimetres may be blown up to see them, pixels are not. */
export function fitTo({ unit, width, height, actual }: PageGeometry, room: { width: number; height: number }): number {
  const most = unit === 'px' ? 1 : 4;
  return Math.max(0.02, Math.min(most, room.width / (width * actual), room.height / (height * actual)));
}

/** CSS px for one unit of the ruler. */
export function rulerScale({ unit }: PageGeometry, ruler: 'px' | 'mm', scale: number, dpi: number): number {
  if (unit === ruler) return scale;
  const pxPerMm = dpi / MM_PER_INCH;
  return ruler === 'mm' ? scale * pxPerMm : scale / pxPerMm;
}
