import { useLayoutEffect, useState, type RefObject } from 'react';

export interface Pane {
  /** Inner size without padding and scrollbars, in px; 0 before the first measurement. */
  width: number;
  height: number;
  scrollLeft: number;
  scrollTop: number;
}

/** Follows the size of a scrolling pane and where it is scrolled to. */
export function usePane(ref: RefObject<HTMLElement | null>): Pane {
  const [pane, setPane] = useState<Pane>({ width: 0, height: 0, scrollLeft: 0, scrollTop: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = (): void => {
      const style = getComputedStyle(element);
      const beside = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
      const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
      const next = { width: clientWidth - beside, height: clientHeight, scrollLeft, scrollTop };
      setPane((now) =>
        now.width === next.width &&
        now.height === next.height &&
        now.scrollLeft === scrollLeft &&
        now.scrollTop === scrollTop
          ? now
          : next,
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [ref]);
  return pane;
}
