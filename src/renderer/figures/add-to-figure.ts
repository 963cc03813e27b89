import i18next from 'i18next';
import type { PictureOfJob } from '../ui/to-figure';
import { toastNote } from '../ui/toast';
import { figures, useFigure } from './figure-store';
import { panelOfJob } from './panel-of';
import { openLast } from './saved-figures';

/** Puts pictures of the library behind the last panel of the figure that is worked on, as one step. */
export async function addToFigure(pictures: readonly PictureOfJob[]): Promise<void> {
  const panels = pictures.flatMap(({ job, asset }) => panelOfJob(job, asset) ?? []);
  if (panels.length === 0) return;
  await openLast();
  figures.addPanels(panels);
  const name = useFigure.getState().figure.name || i18next.t('composer.untitled');
  toastNote(i18next.t('composer.addedTo', { name }));
}
