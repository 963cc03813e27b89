import { useSyncExternalStore } from 'react';

/** Follows a media query; used where a layout changes by more than CSS can do. */
export function useMatchMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => {
        media.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(query).matches,
  );
}
