import { useEffect, useState } from 'react';

/** Milliseconds since `startedAt` (epoch), renewed every second while it is given. */
export function useElapsed(startedAt: number | undefined): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (startedAt === undefined) return;
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      window.clearInterval(timer);
    };
  }, [startedAt]);
  return startedAt === undefined ? 0 : Math.max(0, now - startedAt);
}
