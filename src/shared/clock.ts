/** Time as an input: tests move it by hand. All times are ms since epoch, all delays ms. */
export interface Clock {
  now(): number;
  /** Returns a function that cancels the call. */
  after(delay: number, call: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, call) {
    const timer = setTimeout(call, delay);
    return () => {
      clearTimeout(timer);
    };
  },
};
