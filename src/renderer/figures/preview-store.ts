import { create } from 'zustand';
import type { AppErrorData } from '../../shared/app-error';
import type { DrawnPreview } from './draw-preview';

interface PreviewState {
  /** What is on the screen; stays until the next one is there. */
  drawn: DrawnPreview | null;
  /** Why the newest could not be drawn. */
  problem: AppErrorData | null;
  /** ms since epoch, where one is waited for. */
  since: number | null;
  /** Pixels that the longer side of the page has room for on the screen; 0: nobody looks. */
  maxSide: number;
}

export const usePreview = create<PreviewState>(() => ({
  ...{ drawn: null, problem: null, since: null },
  maxSide: 0,
}));
