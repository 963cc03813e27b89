import { useEffect } from 'react';
import type { Zoom } from './use-zoom';

interface ResultKeys {
  previous: string | undefined;
  next: string | undefined;
  zoom: Zoom;
  back: () => void;
  open: (id: string) => void;
  /** Something lies above and has the keys. */
  asleep: boolean;
}

const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [role="dialog"], [role="radiogroup"], pre') !== null;

/** Keys of the result view: arrows step, + - 0 1 zoom, Escape goes back. A zoomed canvas keeps the arrows for scrolling. */
export function useResultKeys({ previous, next, zoom, back, open, asleep }: ResultKeys): void {
  useEffect(() => {
    const step = (id: string | undefined): boolean => {
      if (id === undefined) return false;
      open(id);
      return true;
    };
    const act = (key: string): boolean => {
      switch (key) {
        case 'ArrowLeft':
          return zoom.fits && step(previous);
        case 'ArrowRight':
          return zoom.fits && step(next);
        case 'Escape':
          back();
          return true;
        case '+':
        case '=':
          zoom.in();
          return true;
        case '-':
          zoom.out();
          return true;
        case '0':
          zoom.fit();
          return true;
        case '1':
          zoom.actual();
          return true;
        default:
          return false;
      }
    };
    const onKey = (event: KeyboardEvent): void => {
      if (asleep || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || takesKeys(event.target))
        return;
      if (act(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [previous, next, zoom, back, open, asleep]);
}
