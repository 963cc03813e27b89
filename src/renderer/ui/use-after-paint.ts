import { startTransition, useEffect, useState } from 'react';

let painted = false;

/**
 * False until the window's first picture is on the screen, true for good afterwards. What is not needed to begin
 * typing waits for it: the form comes first.
 */
export function useAfterPaint(): boolean {
  const [after, setAfter] = useState(painted);
  useEffect(() => {
    if (after) return undefined;
    let timer: number | undefined;
    const frame = requestAnimationFrame(() => {
      // the frame is painted after its callbacks; a task comes after that
      timer = window.setTimeout(() => {
        painted = true;
        startTransition(() => {
          setAfter(true);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [after]);
  return after;
}
