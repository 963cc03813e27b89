/** What a server's word for the state of a job means. */
export type StatusReading =
  | { state: 'queued' | 'running' | 'completed' }
  /** `word` is the server's own, for whoever wants to know how it ended. */
  | { state: 'failed'; word: string }
  | { state: 'unclear'; word: string };

type Meaning = 'queued' | 'running' | 'completed' | 'failed';

/** Only words that say plainly what they mean. What is not here is shown as it is and asked about again. */
const WORDS: Record<Meaning, readonly string[]> = {
  queued: [
    ...['pending', 'queued', 'enqueued', 'in_queue', 'waiting', 'scheduled'],
    ...['created', 'submitted', 'accepted', 'received', 'not_started'],
  ],
  running: ['running', 'processing', 'in_progress', 'started', 'working', 'generating', 'executing'],
  completed: ['completed', 'complete', 'done', 'finished', 'succeeded', 'success', 'successful'],
  failed: [
    ...['failed', 'failure', 'error', 'errored', 'crashed', 'exception'],
    ...['cancelled', 'canceled', 'aborted', 'rejected', 'terminated', 'killed', 'revoked'],
    ...['expired', 'timeout', 'timed_out', 'time_out'],
  ],
};

const MEANINGS = new Map(
  (Object.keys(WORDS) as Meaning[]).flatMap((meaning) => WORDS[meaning].map((word) => [word, meaning] as const)),
);

const LONGEST = 60;

/** `Timed Out`, `TIMED-OUT` and `TaskStatus.TIMED_OUT` (an enum of Python's, printed) are one word. */
const normal = (word: string): string =>
  word
    .trim()
    .replace(/^.*\./, '')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();

const shown = (word: string): string =>
  word
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);

export function readStatus(value: unknown): StatusReading {
  const word = typeof value === 'string' ? value : '';
  const meaning = MEANINGS.get(normal(word));
  if (meaning === undefined) return { state: 'unclear', word: shown(word) };
  return meaning === 'failed' ? { state: 'failed', word: shown(word) } : { state: meaning };
}

/** Why a job ended badly: the server's reason, else its word for the end where that says more than "failed". */
export function reasonFor(reason: string | null | undefined, word: string): string {
  if (reason) return reason;
  return /^fail(?:ed|ure)?$/.test(normal(word)) ? '' : word;
}
