import type { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';
import { findEndpoint } from '../../../shared/endpoints/index';
import type { Database, Row } from '../database';

const exchangeSchema = z.looseObject({ endpoint: z.string(), url: z.string(), sentAt: z.number() });

/** What the indexes of a table still say of rows that are gone: they hold copies of some of the columns. */
function byIndex(
  raw: InstanceType<typeof DatabaseSync> | undefined,
  column: string,
  index: string,
): Map<number, Row[string]> {
  try {
    const rows =
      raw?.prepare(`SELECT ${column} AS value, seq FROM jobs INDEXED BY ${index} WHERE ${column} IS NOT NULL`).all() ??
      [];
    return new Map((rows as Row[]).map((row) => [Number(row['seq']), row['value'] ?? null]));
  } catch {
    return new Map();
  }
}

function titles(raw: InstanceType<typeof DatabaseSync> | undefined): (seq: number) => string | undefined {
  return (seq) => {
    try {
      const row = raw?.prepare('SELECT title FROM job_text WHERE rowid = ?').get(seq) as Row | undefined;
      return row && String(row['title']);
    } catch {
      return undefined;
    }
  };
}

/** The job's own request, which says where it went. */
function submissionOf(orphans: readonly Row[], id: string) {
  for (const { job_id: jobId, content } of orphans) {
    if (jobId !== id || typeof content !== 'string') continue;
    const parsed = exchangeSchema.safeParse(JSON.parse(content));
    const endpoint = parsed.data && findEndpoint(parsed.data.endpoint);
    if (parsed.data && endpoint?.job) return { endpoint, url: parsed.data.url, sentAt: parsed.data.sentAt };
  }
  return undefined;
}

/**
 * Jobs whose own row is gone, while its pictures, its story or its requests are there: they are put together from what
 * the indexes and the first request tell, and rest until somebody asks about them. Returns how many.
 */
export function lostJobs(
  raw: InstanceType<typeof DatabaseSync> | undefined,
  target: Database,
  orphans: readonly Row[],
): number {
  const wanted = new Set(orphans.flatMap(({ job_id: id }) => (typeof id === 'string' ? [id] : [])));
  if (wanted.size === 0) return 0;
  const ids = byIndex(raw, 'id', 'sqlite_autoindex_jobs_1');
  const createdAt = byIndex(raw, 'created_at', 'sqlite_autoindex_jobs_2');
  const remoteIds = byIndex(raw, 'remote_id', 'jobs_by_remote_id');
  const titleOf = titles(raw);
  const seqOf = new Map([...ids].map(([seq, id]) => [String(id), seq]));
  const insert = target.prepare(
    `INSERT INTO jobs (id, endpoint, provider, profile_id, profile_name, base_url, title, idempotency_key, created_at,
       state, remote_id, finished_at, input)
     VALUES (?, ?, ?, '', '', ?, ?, '', ?, ?, ?, ?, '{}')`,
  );
  const exists = target.prepare('SELECT 1 FROM jobs WHERE id = ?');
  const taken = target.prepare('SELECT 1 FROM jobs WHERE created_at = ?');
  let made = 0;
  for (const id of wanted) {
    const submission = submissionOf(orphans, id);
    if (!submission || exists.get(id)) continue;
    const seq = seqOf.get(id) ?? -1;
    const hasFiles = orphans.some((row) => row['job_id'] === id && typeof row['sha256'] === 'string');
    let at = Number(createdAt.get(seq) ?? submission.sentAt);
    while (taken.get(at)) at += 1;
    const { endpoint, url } = submission;
    const remoteId = remoteIds.get(seq) ?? null;
    const title = titleOf(seq) ?? String(remoteId ?? endpoint.id);
    const place = [id, endpoint.id, endpoint.provider, new URL(url).origin, title, at] as const;
    insert.run(...place, hasFiles ? 'done' : 'unwatched', remoteId, at);
    made += 1;
  }
  return made;
}
