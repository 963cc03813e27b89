import { create } from 'zustand';
import type { Asset, Job } from '../../shared/job';

export interface PictureOfJob {
  job: Job;
  /** The job's main one where none is named. */
  asset?: Asset | undefined;
}

interface ToFigure {
  /** Pictures that are to become panels; the shell hands them over. */
  pictures: readonly PictureOfJob[];
}

export const useToFigure = create<ToFigure>(() => ({ pictures: [] }));

/** Puts pictures behind the last panel of the figure that is worked on. */
export function toFigure(pictures: readonly PictureOfJob[]): void {
  useToFigure.setState({ pictures });
}
