export interface Signal {
  /** Resolves once it is told; telling again does nothing. */
  told: Promise<void>;
  tell(): void;
}

export function createSignal(): Signal {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}
