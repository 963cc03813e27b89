import { create } from 'zustand';

export type Filter = 'all' | 'unread' | 'refused';
export type Tool = 'bench' | 'check' | 'code';

interface WebhooksState {
  filter: Filter;
  text: string;
  selected: number | null;
  /** Null: closed. */
  tool: Tool | null;
  settings: boolean;
  /** The delivery that is to be sent again. */
  replaying: number | null;
}

/** Where the user is on this screen; kept while other screens are looked at. */
export const useWebhooks = create<WebhooksState>(() => ({
  filter: 'all',
  text: '',
  selected: null,
  tool: null,
  settings: false,
  replaying: null,
}));
