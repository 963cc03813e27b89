import { create } from 'zustand';
import type { Job } from '../../shared/job';
import { onEvent } from '../api';

interface LibraryState {
  /** What is searched for; the result view steps through the same list. */
  text: string;
  /** Least width of a tile in px. */
  size: number;
  background: Background;
  /** Jobs with a picture, in the order in which they were selected. */
  selected: readonly Job[];
}

export type Background = 'transparent' | 'paper' | 'dark';
export const SIZES = { least: 128, usual: 168, most: 320 };

/** How the library is looked at, kept while the program runs. */
export const useLibrary = create<LibraryState>(() => ({
  text: '',
  size: SIZES.usual,
  background: 'transparent',
  selected: [],
}));

export function toggleSelected(job: Job): void {
  useLibrary.setState(({ selected }) => {
    const others = selected.filter(({ id }) => id !== job.id);
    return { selected: others.length < selected.length ? others : [...selected, job] };
  });
}

export function clearSelection(): void {
  useLibrary.setState({ selected: [] });
}

// another history: its pictures are others
onEvent('mode.changed', clearSelection);
