interface Holder {
  stop(): Promise<void>;
}

/** Who listens: one mode at a time, for there is one port, and a delivery belongs into one inbox. */
export interface ListenerSeat {
  /** Whoever had it has stopped when this resolves. */
  take(holder: Holder): Promise<void>;
  leave(holder: Holder): void;
  heldByAnother(holder: Holder): boolean;
}

export function createListenerSeat(): ListenerSeat {
  let current: Holder | undefined;
  return {
    async take(holder) {
      const before = current;
      current = holder;
      if (before && before !== holder) await before.stop();
    },
    leave(holder) {
      if (current === holder) current = undefined;
    },
    heldByAnother: (holder) => current !== undefined && current !== holder,
  };
}
