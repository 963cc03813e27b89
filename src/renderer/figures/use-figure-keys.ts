import { useEffect } from 'react';
import { figures } from './figure-store';

/** Text fields have an undo of their own. */
const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select');

/** Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y) for the figure, while its screen is open and no dialog is. */
export function useFigureKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if ((key !== 'z' && key !== 'y') || typesText(event.target)) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) figures.redo();
      else figures.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
