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

const recordSchema = jobSchema.extend({
  input: z.record(z.string(), z.unknown()),
  idempotencyKey: z.string(),
  failures: z.number(),
  missing: z.number(),
  // an error that this version cannot read must not take the job with it
  error: appErrorSchema.nullable().catch(null),
});

const json = (value: Row[string] | undefined): unknown => (typeof value === 'string' ? JSON.parse(value) : null);

/** One row of `jobs` as an object. Throws where the row is not one of ours. */
export function readJobRow(row: Row, assets: Asset[]): JobRecord {
  return recordSchema.parse({
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
    input: json(row['input']),
    idempotencyKey: row['idempotency_key'],
    failures: row['failures'],
    missing: row['missing'],
  });
}

/** What may leave the main process: a job without its innards. */
export function toJob(record: JobRecord): Job {
  return jobSchema.parse(record);
}
