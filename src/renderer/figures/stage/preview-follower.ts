import { AppError, toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import type { Figure } from '../../../shared/figure';
import type { FigurePreviewView } from '../../../shared/figure-preview';

interface Wanted {
  figure: Figure;
  maxSide: number;
}

export interface PreviewFollowerOptions<P> {
  draw(wanted: Wanted): Promise<FigurePreviewView>;
  /** Fetches and unpacks the picture, so that it can be shown at once. */
  decode(view: FigurePreviewView): Promise<P>;
  onShow(view: FigurePreviewView, picture: P): void;
  /** Null: nothing is wrong any more. */
  onProblem(problem: AppErrorData | null): void;
  /** True from the first wish to the picture of the last. */
  onBusy(busy: boolean): void;
}

/**
 * One drawing at a time, and after it only the newest wish: while a slider moves every picture that comes is newer than
 * the one before, and none is waited for in vain.
 */
export function createPreviewFollower<P>(options: PreviewFollowerOptions<P>) {
  const { draw, decode, onShow, onProblem, onBusy } = options;
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
        const view = await draw(wanted);
        const picture = await decode(view);
        if (begun !== age) continue;
        onShow(view, picture);
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
