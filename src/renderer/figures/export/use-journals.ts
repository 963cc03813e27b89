import type { Journal } from '../../../shared/journals';
import { queryClient, useOperation } from '../../api';
import { useFigure } from '../figure-store';

export function useJournals() {
  const { data } = useOperation('figure.journals', undefined, { keepPrevious: true });
  return data;
}

/** The preset of the figure; undefined without one. */
export function useJournal(): Journal | undefined {
  const preset = useFigure(({ figure }) => figure.journal.preset);
  return useJournals()?.journals.find(({ id }) => id === preset);
}

/** The user's file may have been edited: it is read again when the list opens. */
export function readJournalsAgain(): void {
  void queryClient.invalidateQueries({ queryKey: ['figure.journals'] });
}
