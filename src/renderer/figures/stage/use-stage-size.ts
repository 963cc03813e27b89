import { useEffect, useEffectEvent, type RefObject } from 'react';
import { usePreview } from '../preview-store';
import { fitTo, type PageGeometry } from './page-geometry';
import { stage, useStage, zoomOf } from './stage-store';

/** Around the fitted page, on each side, in CSS px. */
const MARGIN = 28;
/** The worker's scales are steps: so much more is asked for that the one it takes is not below the screen's. */
const SPARE = 1.5;
const MOST_SIDE = 8192;

export interface StageSize {
  /** CSS px a unit of the page. */
  scale: number;
  /** Of the page and of the table around it, in CSS px. */
  page: { width: number; height: number; left: number; top: number };
  table: { width: number; height: number };
}

const NOTHING = { width: 0, height: 0 };

/** Where the page lies; tells main how many pixels there is room for. */
export function useStageSize(geometry: PageGeometry | undefined, room: { width: number; height: number }): StageSize {
  const zoom = useStage(zoomOf);
  const chosen = useStage((state) => state.chosen);
  const inner = { width: room.width - 2 * MARGIN, height: room.height - 2 * MARGIN };
  const fitted = geometry && room.width > 0 ? fitTo(geometry, inner) : undefined;
  useEffect(() => {
    if (fitted !== undefined) useStage.setState({ fitted });
  }, [fitted]);

  const scale = geometry ? geometry.actual * (chosen ?? fitted ?? zoom) : 0;
  const { width, height } = geometry ? { width: geometry.width * scale, height: geometry.height * scale } : NOTHING;
  // a fitted page asks by its room, so that a page that grows by some pixels asks for nothing new
  const side = chosen === null ? Math.max(inner.width, inner.height) : Math.max(width, height);
  const wanted = room.width > 0 ? Math.ceil((side * window.devicePixelRatio * SPARE) / 64) * 64 : 0;
  const maxSide = wanted === 0 ? 0 : Math.min(MOST_SIDE, Math.max(256, wanted));
  useEffect(() => {
    usePreview.setState({ maxSide });
  }, [maxSide]);

  const table = {
    width: Math.max(room.width, width + 2 * MARGIN),
    height: Math.max(room.height, height + 2 * MARGIN),
  };
  const left = Math.round((table.width - width) / 2);
  return { scale, page: { width, height, left, top: Math.round((table.height - height) / 2) }, table };
}

/** Ctrl and the wheel zoom around the pointer. */
export function useWheelZoom(scroller: RefObject<HTMLElement | null>): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    stage.zoomBy(event.deltaY < 0 ? 1 : -1);
  });
  useEffect(() => {
    const element = scroller.current;
    // React listens passively, and then the window would zoom as well
    const listener = (event: WheelEvent): void => {
      onWheel(event);
    };
    element?.addEventListener('wheel', listener, { passive: false });
    return () => {
      element?.removeEventListener('wheel', listener);
    };
  }, [scroller]);
}
