import { z } from 'zod';
import { appErrorSchema } from './app-error';

/**
 * A job's life. `prepared` is the intent on disk; `sending` is written before the request leaves, so that
 * after a crash it reads as `uncertain`: the server may have accepted and charged it.
 */
export const JOB_STATES = [
  'prepared',
  'sending',
  'uncertain',
  'queued',
  'running',
  'blocked',
  'collecting',
  'done',
  'failed',
  'unwatched',
] as const;
export const jobStateSchema = z.enum(JOB_STATES);
export type JobState = z.infer<typeof jobStateSchema>;

const MOVES: Record<JobState, readonly JobState[]> = {
  prepared: ['sending', 'failed'],
  // blocked: it is to be sent again, and its key is gone
  sending: ['queued', 'blocked', 'uncertain', 'failed'],
  // nothing but the user (a task id from the admin, or a shrug) leads out of uncertainty; a server's history may, too
  uncertain: ['queued', 'unwatched', 'done'],
  queued: ['running', 'blocked', 'collecting', 'failed', 'unwatched'],
  running: ['queued', 'blocked', 'collecting', 'failed', 'unwatched'],
  blocked: ['sending', 'uncertain', 'queued', 'running', 'collecting', 'failed', 'unwatched'],
  collecting: ['blocked', 'done', 'failed', 'unwatched'],
  done: [],
  // a job that the server has forgotten may be found in its history, or by the server after all
  failed: ['done', 'queued'],
  unwatched: ['queued', 'done'],
};

/** True where a job may go from one state to the other; staying is always allowed. */
export function mayMove(from: JobState, to: JobState): boolean {
  return from === to || MOVES[from].includes(to);
}

/**
 * True for a lost submission that waits for its key to be sent again. Nobody has accepted it so far, so it has no name
 * at the server and there is nothing to ask about.
 */
export function isResendBlocked({
  state,
  remoteId,
  acceptedAt,
}: Pick<Job, 'state' | 'remoteId' | 'acceptedAt'>): boolean {
  return state === 'blocked' && remoteId === null && acceptedAt === null;
}

/** States in which the server is asked again and again. */
export const WATCHED_STATES = ['queued', 'running', 'blocked', 'collecting'] as const satisfies readonly JobState[];

export function isWatched(state: JobState): boolean {
  return (WATCHED_STATES as readonly JobState[]).includes(state);
}

/** The three groups of the queue: what one must do. */
export function jobGroup(state: JobState): 'needs-you' | 'under-way' | 'ended' {
  switch (state) {
    case 'uncertain':
    case 'blocked':
      return 'needs-you';
    case 'prepared':
    case 'sending':
    case 'queued':
    case 'running':
    case 'collecting':
      return 'under-way';
    case 'done':
    case 'failed':
    case 'unwatched':
      return 'ended';
  }
}

export const assetSchema = z.object({
  /** SHA-256 of the content, lower-case hex. */
  sha256: z.string(),
  mediaType: z.string(),
  /** png, jpeg, webp, gif, svg or pdf by the magic bytes, not by the server's header; json for kept outputs. */
  format: z.string(),
  bytes: z.number().int(),
  /** Pixels; null for vector formats. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** It never came whole, and what came was kept. */
  incomplete: z.literal(true).optional(),
});
export type Asset = z.infer<typeof assetSchema>;

/** One line of "What happened". `kind` has its words under `jobEvents.<kind>`. Times are ms since epoch. */
export const JOB_EVENT_KINDS = [
  'prepared',
  'sending',
  'accepted',
  'polled',
  'poll_failed',
  'blocked',
  'unblocked',
  'completed',
  'stored',
  'failed',
  'uncertain',
  'not_sent',
  'stopped',
  'resumed',
  'resolved',
  'sent_again',
  'given_up',
  'recovered',
  'taken_up',
  'handed_over',
] as const;
export const jobEventSchema = z.object({
  kind: z.enum(JOB_EVENT_KINDS),
  at: z.number(),
  /** Last time of a run of equal events ("asked 14 times"), with `count`. */
  until: z.number(),
  count: z.number().int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;

export const jobSchema = z.object({
  id: z.string(),
  endpoint: z.string(),
  provider: z.string(),
  profileId: z.string(),
  profileName: z.string(),
  baseUrl: z.string(),
  title: z.string(),
  state: jobStateSchema,
  remoteId: z.string().nullable(),
  createdAt: z.number(),
  sentAt: z.number().nullable(),
  acceptedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
  /** When the server is asked next (ms since epoch); null where nobody asks. */
  nextPollAt: z.number().nullable(),
  pollCount: z.number().int(),
  error: appErrorSchema.nullable(),
  /** The server's text about the result. */
  description: z.string().nullable(),
  /** Units this job cost: 1 once accepted, 0 where refused, null while nobody knows. */
  units: z.number().int().nullable(),
  seen: z.boolean(),
  assets: z.array(assetSchema),
});
export type Job = z.infer<typeof jobSchema>;

export const jobDetailSchema = jobSchema.extend({
  /** As sent, files as handles, masked fields masked. */
  input: z.record(z.string(), z.unknown()),
  events: z.array(jobEventSchema),
});
export type JobDetail = z.infer<typeof jobDetailSchema>;
