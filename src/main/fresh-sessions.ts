import type { Session } from 'electron';

export interface Lease {
  session: Session;
  /** Gives the session back. More calls do nothing. */
  release(): void;
}

/**
 * Sessions without any open connection: each is used by one request at a time, and its connections are closed
 * before it serves the next. `open` makes one more, counted from 0; as many are made as requests overlap.
 */
export function createFreshSessions(open: (index: number) => Session): { take(): Promise<Lease> } {
  const free: Session[] = [];
  let opened = 0;
  return {
    async take() {
      const session = free.pop() ?? open(opened++);
      try {
        await session.closeAllConnections();
      } catch (error) {
        free.push(session);
        throw error;
      }
      let held = true;
      return {
        session,
        release() {
          if (held) free.push(session);
          held = false;
        },
      };
    },
  };
}
