import type { Rescued } from './rescue-history';

/** What a thread of its own does with a history, for it may take seconds. */
export type HistoryTask = { kind: 'inspect'; path: string } | { kind: 'rescue'; damaged: string; target: string };

export type HistoryReply =
  | { kind: 'inspected'; finding: string | null }
  | { kind: 'rescued'; rescued: Rescued }
  | { kind: 'failed'; reason: string };
