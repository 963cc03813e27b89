import { create } from 'zustand';
import type { Mode } from '../shared/settings';
import { launch } from './launch';

export type Screen = 'welcome' | 'create' | 'queue' | 'library' | 'figure' | 'accounts' | 'webhooks' | 'settings';

interface UiState {
  screen: Screen;
  mode: Mode;
  /** The endpoint whose form is open in Create. */
  endpoint: string;
  /** The job shown in Queue, and the result shown large in Library (null: the grid). */
  queueJob: string | null;
  libraryJob: string | null;
  go(screen: Screen): void;
  openEndpoint(endpoint: string): void;
  openQueueJob(id: string | null): void;
  openResult(id: string | null): void;
  setMode(mode: Mode): void;
}

/** Where the user is. What main owns is in the query cache, what is typed in the forms' drafts. */
export const useUi = create<UiState>((set) => ({
  screen: launch.first ? 'welcome' : 'create',
  mode: launch.mode,
  endpoint: 'paperbanana.generateFromPdf',
  queueJob: null,
  libraryJob: null,
  go: (screen) => {
    set({ screen });
  },
  openEndpoint: (endpoint) => {
    set({ screen: 'create', endpoint });
  },
  openQueueJob: (queueJob) => {
    set({ screen: 'queue', queueJob });
  },
  openResult: (libraryJob) => {
    set({ screen: 'library', libraryJob });
  },
  setMode: (mode) => {
    set({ mode, queueJob: null, libraryJob: null });
  },
}));
