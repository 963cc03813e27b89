import type { KeyboardEvent } from 'react';
import { figures, useFigure } from './figure-store';

const BACK = new Set(['ArrowLeft', 'ArrowUp']);
const ON = new Set(['ArrowRight', 'ArrowDown']);

/** The element that shows a panel, in the strip (`tile`) or on the page (`overlay`). */
export function focusPanel(place: 'tile' | 'overlay', id: string | null): void {
  if (id === null) return;
  // after the list was drawn anew
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-${place}="${CSS.escape(id)}"]`)?.focus();
  });
}

/** Alt and an arrow moves, Delete removes, an arrow goes to the neighbour. True where the key meant something. */
export function panelKey(event: KeyboardEvent, id: string, place: 'tile' | 'overlay'): boolean {
  const { panels } = useFigure.getState().figure;
  const at = panels.findIndex((panel) => panel.id === id);
  if (event.ctrlKey || event.metaKey || at === -1) return false;
  if (event.key === 'Delete' || event.key === 'Backspace') {
    figures.removePanel(id);
    focusPanel(place, useFigure.getState().selected);
    return true;
  }
  const step = BACK.has(event.key) ? -1 : ON.has(event.key) ? 1 : 0;
  if (step === 0) return false;
  if (event.altKey) {
    figures.movePanel(id, at + step);
    focusPanel(place, id);
    return true;
  }
  focusPanel(place, panels[at + step]?.id ?? null);
  return true;
}
