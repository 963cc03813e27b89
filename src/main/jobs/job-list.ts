import type { Job, JobState } from '../../shared/job';
import { JOB_STATES, jobGroup } from '../../shared/job';
import type { Database, Statement } from './database';
import type { JobAssets } from './job-assets';
import { LIST_COLUMNS, readListRow } from './job-record';
import { searchQuery } from './search-query';

export interface JobQuery {
  /** `library`: done, with at least one file. */
  scope: 'open' | 'ended' | 'all' | 'library';
  text?: string | undefined;
  limit: number;
  /** `createdAt` of the last job of the page before. */
  before?: number | undefined;
}

export interface JobListing {
  /** Newest first. */
  jobs: Job[];
  /** How many there are on all pages. */
  total: number;
}

const quoted = (states: readonly JobState[]): string => states.map((state) => `'${state}'`).join(', ');
const ended = JOB_STATES.filter((state) => jobGroup(state) === 'ended');
const open = JOB_STATES.filter((state) => jobGroup(state) !== 'ended');

const SCOPES: Record<JobQuery['scope'], string> = {
  open: `state IN (${quoted(open)})`,
  ended: `state IN (${quoted(ended)})`,
  all: '1',
  library: `state = 'done' AND EXISTS (SELECT 1 FROM assets WHERE assets.job_id = jobs.id)`,
};

export function createJobList(database: Database, assets: JobAssets) {
  const prepared = new Map<string, Statement>();
  /** Few shapes of query exist (scope, long and short words), so each is compiled once. */
  function statement(sql: string): Statement {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  }
  const byRemoteId = database.prepare(
    'SELECT id FROM jobs WHERE provider = ? AND base_url = ? AND remote_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const anywhere = database.prepare(
    'SELECT id, title, state FROM jobs WHERE provider = ? AND remote_id = ? ORDER BY seq DESC LIMIT 1',
  );
  const byState = database.prepare('SELECT state, count(*) AS n FROM jobs GROUP BY state');

  const unitsByProfile = database.prepare(
    'SELECT profile_id, sum(units) AS n FROM jobs WHERE units > 0 GROUP BY profile_id',
  );

  return {
    list({ scope, text, limit, before }: JobQuery): JobListing {
      const search = searchQuery(text ?? '');
      const found = search ? ` AND seq IN (SELECT rowid FROM job_text WHERE ${search.sql})` : '';
      const where = `FROM jobs WHERE ${SCOPES[scope]}${found}`;
      const values = search?.values ?? [];
      const rows = statement(`SELECT ${LIST_COLUMNS} ${where} AND created_at < ? ORDER BY created_at DESC LIMIT ?`).all(
        ...[...values, before ?? Number.MAX_SAFE_INTEGER, limit],
      );
      const total = statement(`SELECT count(*) AS n ${where}`).get(...values);
      return { jobs: rows.map((row) => readListRow(row, assets.list(String(row['id'])))), total: Number(total?.['n']) };
    },
    /** The job that a server calls so, where it is known here already. */
    idByRemote(provider: string, baseUrl: string, remoteId: string): string | undefined {
      const row = byRemoteId.get(provider, baseUrl, remoteId);
      return row && String(row['id']);
    },
    /** The same on whatever server: task ids are random enough for that. */
    byRemoteAnywhere(provider: string, remoteId: string): { id: string; title: string; state: JobState } | undefined {
      const row = anywhere.get(provider, remoteId);
      return row && { id: String(row['id']), title: String(row['title']), state: row['state'] as JobState };
    },
    counts(): { needsYou: number; underWay: number } {
      const counts = { needsYou: 0, underWay: 0 };
      for (const row of byState.all()) {
        const group = jobGroup(row['state'] as JobState);
        if (group === 'needs-you') counts.needsYou += Number(row['n']);
        if (group === 'under-way') counts.underWay += Number(row['n']);
      }
      return counts;
    },
    /** Units that the jobs of each profile cost. */
    spent(): Record<string, number> {
      return Object.fromEntries(unitsByProfile.all().map((row) => [String(row['profile_id']), Number(row['n'])]));
    },
  };
}
