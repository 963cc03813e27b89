import { useSyncExternalStore } from 'react';
import { dayOf } from './time-text';

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

const onReturn = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
  };
};

/** Local midnight of today in ms since epoch: looked at again when the user returns, so that a night needs no timer. */
export function useToday(): number {
  return useSyncExternalStore(onReturn, () => dayOf(Date.now()));
}
