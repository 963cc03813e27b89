import { useSyncExternalStore } from 'react';

const SECOND = 1000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: number | undefined;

const tick = (): void => {
  now = Date.now();
  for (const listener of listeners) listener();
};

/** The timer lives only while somebody watches it and the window can be seen: a quiet queue costs nothing. */
const follow = (): void => {
  const wanted = listeners.size > 0 && !document.hidden;
  if (wanted && timer === undefined) {
    tick();
    timer = window.setInterval(tick, SECOND);
  } else if (!wanted && timer !== undefined) {
    window.clearInterval(timer);
    timer = undefined;
  }
};

const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) document.addEventListener('visibilitychange', follow);
  listeners.add(listener);
  follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener('visibilitychange', follow);
    follow();
  };
};

const still = (): (() => void) => () => undefined;

/** The present in ms since epoch: moves on every second while `running`, else stands still. */
export function useNow(running: boolean): number {
  return useSyncExternalStore(running ? subscribe : still, () => now);
}
