import { z } from 'zod';
import { appErrorSchema } from '../../shared/app-error';
import type { Asset, Job } from '../../shared/job';
import { jobSchema } from '../../shared/job';
import type { Row } from './database';

/** A job with what only the main process needs of it. */
export interface JobRecord extends Job {
  /** Files as handles, masked fields masked. */
  input: Record<string, unknown>;
  idempotencyKey: string;
  /** Questions in a row that went wrong; sets the back-off. */
  failures: number;
  /** Answers 404 in a row. */
  missing: number;
}

// an error that this version cannot read must not take the job with it
const listSchema = jobSchema.extend({ error: appErrorSchema.nullable().catch(null) });
const recordSchema = listSchema.extend({
  input: z.record(z.string(), z.unknown()),
  idempotencyKey: z.string(),
  failures: z.number(),
  missing: z.number(),
});

const json = (value: Row[string] | undefined): unknown => (typeof value === 'string' ? JSON.parse(value) : null);

/** The columns of a list: all but the input, which may be long. */
export const LIST_COLUMNS = `id, endpoint, provider, profile_id, profile_name, base_url, title, state, remote_id,
  created_at, sent_at, accepted_at, finished_at, next_poll_at, poll_count, error, description, units, seen`;

function jobOf(row: Row, assets: Asset[]) {
  return {
    id: row['id'],
    endpoint: row['endpoint'],
    provider: row['provider'],
    profileId: row['profile_id'],
    profileName: row['profile_name'],
    baseUrl: row['base_url'],
    title: row['title'],
    state: row['state'],
    remoteId: row['remote_id'],
    createdAt: row['created_at'],
    sentAt: row['sent_at'],
    acceptedAt: row['accepted_at'],
    finishedAt: row['finished_at'],
    nextPollAt: row['next_poll_at'],
    pollCount: row['poll_count'],
    error: json(row['error']),
    description: row['description'],
    units: row['units'],
    seen: row['seen'] === 1,
    assets,
  };
}

/** One row of LIST_COLUMNS as a job. Throws where it is not one of ours, as readJobRow. */
export function readListRow(row: Row, assets: Asset[]): Job {
  return listSchema.parse(jobOf(row, assets));
}

/** One whole row of `jobs`. */
export function readJobRow(row: Row, assets: Asset[]): JobRecord {
  const { idempotency_key: idempotencyKey, failures, missing } = row;
  return recordSchema.parse({ ...jobOf(row, assets), input: json(row['input']), idempotencyKey, failures, missing });
}

/** What may leave the main process: a job without its innards. */
export function toJob(record: JobRecord): Job {
  return jobSchema.parse(record);
}
