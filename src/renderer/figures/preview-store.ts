import { create } from 'zustand';
import type { AppErrorData } from '../../shared/app-error';
import type { FigurePreviewView } from '../../shared/figure-preview';

interface PreviewState {
  /** What is on the screen; stays until the next one is decoded. */
  shown: FigurePreviewView | null;
  /** Why the newest could not be drawn. */
  problem: AppErrorData | null;
  /** ms since epoch, where one is waited for. */
  since: number | null;
}

export const usePreview = create<PreviewState>(() => ({ shown: null, problem: null, since: null }));
