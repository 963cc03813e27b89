import { useEffect, useRef, type RefObject } from 'react';

/**
 * Focuses a row of a virtual list by its job, at once or as soon as it exists: it may come into being only with the
 * scroll that leads to it. Returns the function that asks for it.
 */
export function useLateFocus(container: RefObject<HTMLElement | null>): (job: string) => void {
  const wanted = useRef<string | null>(null);
  const tryNow = (): void => {
    if (wanted.current === null) return;
    const row = container.current?.querySelector<HTMLElement>(`[data-job="${CSS.escape(wanted.current)}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  // after every render, for the list renders again while it scrolls
  useEffect(tryNow);
  return (job) => {
    wanted.current = job;
    tryNow();
  };
}
