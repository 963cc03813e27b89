import type { Mode } from '../shared/settings';

/** What one mode owns while it is open. */
export interface OpenMode {
  close(): Promise<void>;
}

export interface ModesOptions<M extends OpenMode> {
  initial: Mode;
  /** Makes the services of a mode; called when they are first needed. */
  open(mode: Mode): Promise<M>;
  /** Deletes what the demo has stored; it is closed then. */
  clearDemo(): Promise<void>;
  /** All that the window has seen belongs to another mode now. */
  onSwitched(mode: Mode): void;
}

/**
 * Live and demo side by side. A mode's services open with the first need and stay open: jobs of the one go on
 * while the other is shown.
 */
export interface Modes<M extends OpenMode> {
  current(): Mode;
  /** The services of the mode that is shown, or of another. */
  services(mode?: Mode): Promise<M>;
  /** As `services`, of a mode that is open already. */
  opened(mode: Mode): Promise<M | undefined>;
  switchTo(mode: Mode): void;
  resetDemo(): Promise<void>;
  /** Closes a mode, does `work` on its files, and opens it again; whoever asks for it meanwhile waits. */
  restart(mode: Mode, work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function createModes<M extends OpenMode>({ initial, open, clearDemo, onSwitched }: ModesOptions<M>): Modes<M> {
  const opened = new Map<Mode, Promise<M>>();
  let current = initial;
  let closed = false;

  function services(mode: Mode = current): Promise<M> {
    const already = opened.get(mode);
    if (already) return already;
    if (closed) return Promise.reject(new Error('the program is ending'));
    const opening = open(mode);
    opened.set(mode, opening);
    // a disk that was full may have room at the next try
    opening.catch(() => opened.delete(mode));
    return opening;
  }

  async function closeMode(mode: Mode): Promise<void> {
    const opening = opened.get(mode);
    opened.delete(mode);
    const open = await opening?.catch(() => undefined);
    await open?.close();
  }

  return {
    current: () => current,
    services,
    opened: async (mode) => opened.get(mode)?.catch(() => undefined),
    switchTo(mode) {
      if (mode === current) return;
      current = mode;
      onSwitched(mode);
    },
    async resetDemo() {
      await closeMode('demo');
      await clearDemo();
      if (current === 'demo') onSwitched('demo');
    },
    async restart(mode, work) {
      const before = opened.get(mode);
      let failure: { error: unknown } | undefined;
      const opening = (async () => {
        const running = await before?.catch(() => undefined);
        await running?.close();
        // whatever becomes of the work, the jobs of the mode go on
        await work().catch((error: unknown) => {
          failure = { error };
        });
        return open(mode);
      })();
      opened.set(mode, opening);
      opening.catch(() => opened.delete(mode));
      await opening;
      if (mode === current) onSwitched(mode);
      if (failure) throw failure.error;
    },
    async close() {
      closed = true;
      await Promise.all([closeMode('live'), closeMode('demo')]);
    },
  };
}
