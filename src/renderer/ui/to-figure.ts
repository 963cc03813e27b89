import { create } from 'zustand';
import type { Asset, Job } from '../../shared/job';

interface ToFigure {
  /** A picture that is to become a panel; the shell hands it over. */
  picture: { job: Job; asset: Asset | undefined } | null;
}

export const useToFigure = create<ToFigure>(() => ({ picture: null }));

/** Puts a picture behind the last panel of the figure that is worked on. */
export function toFigure(job: Job, asset: Asset | undefined): void {
  useToFigure.setState({ picture: { job, asset } });
}
