import i18next from 'i18next';
import type { Asset, Job } from '../../shared/job';
import { toastNote } from '../ui/toast';
import { figures, useFigure } from './figure-store';
import { panelOfJob } from './panel-of';
import { openLast } from './saved-figures';

/** Puts a picture of the library behind the last panel of the figure that is worked on. */
export async function addToFigure(job: Job, asset?: Asset): Promise<void> {
  const panel = panelOfJob(job, asset);
  if (!panel) return;
  await openLast();
  figures.addPanels([panel]);
  const name = useFigure.getState().figure.name || i18next.t('composer.untitled');
  toastNote(i18next.t('composer.addedTo', { name }));
}
