import { create } from 'zustand';

interface LibraryState {
  /** What is searched for; the result view steps through the same list. */
  text: string;
  /** Least width of a tile in px. */
  size: number;
  background: Background;
}

export type Background = 'transparent' | 'paper' | 'dark';
export const SIZES = { least: 128, usual: 168, most: 320 };

/** How the library is looked at, kept while the program runs. */
export const useLibrary = create<LibraryState>(() => ({ text: '', size: SIZES.usual, background: 'transparent' }));
