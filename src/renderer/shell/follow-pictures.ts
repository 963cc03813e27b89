import { attempt } from '../ui/job-actions';
import { useToFigure } from '../ui/to-figure';

/** Takes pictures of other screens to the figure. Returns the function that stops it. */
export function followPictures(): () => void {
  return useToFigure.subscribe(({ pictures }) => {
    attempt(import('../figures/add-to-figure').then(({ addToFigure }) => addToFigure(pictures)));
  });
}
