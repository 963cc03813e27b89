import { AppError, toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import type { Figure } from '../../../shared/figure';
import type { DrawnPreview } from '../draw-preview';

interface Wanted {
  figure: Figure;
  maxSide: number;
}

export interface PreviewFollowerOptions {
  draw(wanted: Wanted): Promise<DrawnPreview>;
  onShow(drawn: DrawnPreview): void;
  /** Null: nothing is wrong any more. */
  onProblem(problem: AppErrorData | null): void;
  /** True from the first wish to the picture of the last. */
  onBusy(busy: boolean): void;
}

/**
 * One drawing at a time, and after it only the newest wish: while a slider moves every picture that comes is newer than
 * the one before, and none is waited for in vain.
 */
export function createPreviewFollower(options: PreviewFollowerOptions) {
  const { draw, onShow, onProblem, onBusy } = options;
  let next: Wanted | undefined;
  let running = false;
  /** Counts the occasions on which all that is under way became worthless. */
  let age = 0;

  async function run(): Promise<void> {
    running = true;
    onBusy(true);
    while (next) {
      const wanted = next;
      const begun = age;
      next = undefined;
      try {
        const drawn = await draw(wanted);
        if (begun !== age) continue;
        onShow(drawn);
        onProblem(null);
      } catch (error) {
        const overtaken = error instanceof AppError && error.code === 'canceled';
        if (begun === age && !overtaken) onProblem(toAppErrorData(error));
      }
    }
    running = false;
    onBusy(false);
  }

  return {
    want(wanted: Wanted): void {
      next = wanted;
      if (!running) void run();
    },
    /** Nothing that is under way is shown any more. */
    forget(): void {
      age += 1;
      next = undefined;
      onProblem(null);
    },
  };
}
