import { ownProcess } from './process-birth';
import type { Clock } from '../../shared/clock';
import type { Asset, JobDetail, JobState } from '../../shared/job';
import { jobDetailSchema, mayMove, WATCHED_STATES } from '../../shared/job';
import type { Database, Row } from './database';
import type { KeptAnswer } from '../providers/provider';
import { createJobAssets } from './job-assets';
import type { NewJobEvent } from './job-events';
import { createJobEvents } from './job-events';
import type { JobListing, JobQuery } from './job-list';
import { createJobList } from './job-list';
import { createJobOwnership, type JobOwnership } from './job-ownership';
import type { JobRecord } from './job-record';
import { readJobRow } from './job-record';
import { createSubmissionAnswers } from './submission-answers';

export type NewJob = Pick<
  JobRecord,
  'id' | 'endpoint' | 'provider' | 'profileId' | 'profileName' | 'baseUrl' | 'title' | 'input' | 'idempotencyKey'
> & {
  /** What the search finds besides title and description. */
  searchText: string;
  /** The server's name of a job that it has already: taken up as `queued` and due, where others begin as `prepared`. */
  remoteId?: string;
};

/** What may change in a job's life, besides its state. */
export type JobPatch = Partial<
  Pick<
    JobRecord,
    | 'remoteId'
    | 'sentAt'
    | 'acceptedAt'
    | 'finishedAt'
    | 'nextPollAt'
    | 'pollCount'
    | 'error'
    | 'description'
    | 'units'
    | 'seen'
    | 'failures'
    | 'missing'
  >
> & {
  /** JSON of an answer that holds the job's end, kept until its outputs are stored; null throws it away. */
  answer?: string | null;
};

export interface Scheduled {
  id: string;
  at: number;
  baseUrl: string;
  /** True for a submission that was never accepted and waits to be sent again. */
  resend: boolean;
}

export interface JobRepository {
  /** Writes the intent with its first event. On the disk when it returns. */
  create(job: NewJob): JobRecord;
  find(id: string): JobRecord | undefined;
  detail(id: string): JobDetail | undefined;
  /** Changes a job in one transaction. Throws where the state machine forbids the move or the job is gone. */
  move(id: string, to: JobState, patch?: JobPatch, ...events: NewJobEvent[]): JobRecord;
  /** Takes back an intent that never left. Throws for any other state than `prepared`. */
  discard(id: string): void;
  markSeen(id: string): void;
  /** What `answer` of a move has kept, as a value. */
  answerOf(id: string): unknown;
  /** What came for a submission, before it is understood; kept until the job is done. */
  keepSubmissionAnswer(id: string, answer: KeptAnswer): void;
  submissionAnswer(id: string): KeptAnswer | undefined;
  /** Runs what must be written: where the disk is full the room that `holdRoom` keeps is used. */
  urgently: Database['urgently'];
  /** Throws disk_full where there is no room to keep. */
  holdRoom: Database['holdRoom'];
  putAsset(id: string, position: number, asset: Asset): void;
  assetPositions(id: string): Map<number, Asset>;
  list(query: JobQuery): JobListing;
  idByRemote(provider: string, baseUrl: string, remoteId: string): string | undefined;
  byRemoteAnywhere(provider: string, remoteId: string): Pick<JobRecord, 'id' | 'title' | 'state'> | undefined;
  counts(): { needsYou: number; underWay: number };
  spent(): Record<string, number>;
  /** Ids by state, oldest first. */
  idsIn(state: JobState): string[];
  /** Which process minds which job. */
  ownership: JobOwnership;
  /** All watched jobs and those to be sent again, and when each is due, soonest first. */
  schedule(): Scheduled[];
  /** Makes all of them due. */
  allDue(at: number): void;
}

const record = (value: unknown): string => JSON.stringify(value);

export function createJobRepository(database: Database, clock: Clock): JobRepository {
  const assets = createJobAssets(database);
  const events = createJobEvents(database);
  const submissionAnswers = createSubmissionAnswers(database);
  const read = (row: Row): JobRecord => readJobRow(row, assets.list(String(row['id'])));
  const list = createJobList(database, assets);
  const watched = WATCHED_STATES.map((state) => `'${state}'`).join(', ');
  // a lost submission that is sent again by itself has a time for it
  const due = `(state IN (${watched}) OR (state = 'sending' AND next_poll_at IS NOT NULL))`;

  // before-cursors of lists need every time to be one job's only
  const insert = database.prepare(
    `INSERT INTO jobs (id, endpoint, provider, profile_id, profile_name, base_url, title, input, idempotency_key,
       created_at, state, remote_id, next_poll_at, units, process, process_birth)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const timeTaken = database.prepare('SELECT 1 FROM jobs WHERE created_at = ?');
  const insertText = database.prepare(`INSERT INTO job_text (rowid, title, body, description) VALUES (?, ?, ?, '')`);
  const updateText = database.prepare(
    'UPDATE job_text SET description = ? WHERE rowid = (SELECT seq FROM jobs WHERE id = ?)',
  );
  const deleteText = database.prepare('DELETE FROM job_text WHERE rowid = (SELECT seq FROM jobs WHERE id = ?)');
  const deleteJob = database.prepare('DELETE FROM jobs WHERE id = ?');
  const select = database.prepare('SELECT * FROM jobs WHERE id = ?');
  const update = database.prepare(
    `UPDATE jobs SET state = ?, remote_id = ?, sent_at = ?, accepted_at = ?, finished_at = ?, next_poll_at = ?,
       poll_count = ?, error = ?, description = ?, units = ?, seen = ?, failures = ?, missing = ? WHERE id = ?`,
  );
  const seen = database.prepare('UPDATE jobs SET seen = 1 WHERE id = ?');
  const idsInState = database.prepare('SELECT id FROM jobs WHERE state = ? ORDER BY seq');
  const scheduled =
    database.prepare(`SELECT id, next_poll_at, base_url, state IN ('sending', 'blocked') AND remote_id IS NULL AND accepted_at IS NULL AS resend
     FROM jobs WHERE ${due} ORDER BY next_poll_at`);
  const makeDue = database.prepare(`UPDATE jobs SET next_poll_at = ? WHERE ${due}`);
  const keepAnswer = database.prepare('INSERT OR REPLACE INTO job_answers (job_id, content) VALUES (?, ?)');
  const dropAnswer = database.prepare('DELETE FROM job_answers WHERE job_id = ?');
  const selectAnswer = database.prepare('SELECT content FROM job_answers WHERE job_id = ?');

  function find(id: string): JobRecord | undefined {
    const row = select.get(id);
    return row && read(row);
  }

  function required(id: string): JobRecord {
    const job = find(id);
    if (!job) throw new Error(`no job ${id}`);
    return job;
  }

  return {
    find,
    ...list,
    create: (job) =>
      database.transaction(() => {
        let createdAt = clock.now();
        while (timeTaken.get(createdAt)) createdAt += 1;
        const { lastId } = insert.run(
          ...[job.id, job.endpoint, job.provider, job.profileId, job.profileName, job.baseUrl, job.title],
          ...[record(job.input), job.idempotencyKey, createdAt],
          ...(job.remoteId === undefined ? ['prepared', null, null, null] : ['queued', job.remoteId, createdAt, 0]),
          ...[ownProcess().pid, ownProcess().birth],
        );
        insertText.run(lastId, job.title, job.searchText);
        const { remoteId } = job;
        const event = remoteId === undefined ? 'prepared' : 'resolved';
        events.append(job.id, createdAt, { kind: event, ...(remoteId !== undefined && { params: { id: remoteId } }) });
        return required(job.id);
      }),
    detail(id) {
      const job = find(id);
      return job && jobDetailSchema.parse({ ...job, events: events.list(id) });
    },
    move: (id, to, { answer, ...patch } = {}, ...newEvents) =>
      database.transaction(() => {
        const before = required(id);
        if (!mayMove(before.state, to)) throw new Error(`a job may not go from ${before.state} to ${to}`);
        const job = { ...before, ...patch };
        update.run(
          ...[to, job.remoteId, job.sentAt, job.acceptedAt, job.finishedAt, job.nextPollAt, job.pollCount],
          ...[job.error && record(job.error), job.description, job.units, job.seen ? 1 : 0, job.failures, job.missing],
          id,
        );
        if (typeof answer === 'string') keepAnswer.run(id, answer);
        else if (answer === null) dropAnswer.run(id);
        if (to === 'done') submissionAnswers.drop(id);
        if (job.description !== before.description) updateText.run(job.description ?? '', id);
        for (const event of newEvents) events.append(id, clock.now(), event);
        return { ...job, state: to };
      }),
    discard: (id) =>
      database.transaction(() => {
        const { state } = required(id);
        if (state !== 'prepared') throw new Error(`a job in state ${state} is never thrown away`);
        deleteText.run(id);
        deleteJob.run(id);
      }),
    markSeen: (id) => void seen.run(id),
    answerOf(id) {
      const row = selectAnswer.get(id);
      return row && (JSON.parse(String(row['content'])) as unknown);
    },
    keepSubmissionAnswer: submissionAnswers.keep,
    submissionAnswer: submissionAnswers.find,
    urgently: database.urgently,
    holdRoom: database.holdRoom,
    ownership: createJobOwnership(database),
    putAsset: assets.put,
    assetPositions: assets.positions,
    idsIn: (state) => idsInState.all(state).map((row) => String(row['id'])),
    schedule: () =>
      scheduled.all().map((row) => ({
        id: String(row['id']),
        at: Number(row['next_poll_at'] ?? 0),
        baseUrl: String(row['base_url']),
        resend: row['resend'] === 1,
      })),
    allDue: (at) => void makeDue.run(at),
  };
}
