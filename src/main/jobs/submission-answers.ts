import type { KeptAnswer } from '../providers/provider';
import type { Database } from './database';

export interface SubmissionAnswers {
  keep(jobId: string, answer: KeptAnswer): void;
  find(jobId: string): KeptAnswer | undefined;
  drop(jobId: string): void;
}

/** The answers to submissions as they came, one a job. */
export function createSubmissionAnswers(database: Database): SubmissionAnswers {
  const insert = database.prepare(
    `INSERT OR REPLACE INTO submission_answers (job_id, status, content_type, bytes, whole, head)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const select = database.prepare('SELECT * FROM submission_answers WHERE job_id = ?');
  const remove = database.prepare('DELETE FROM submission_answers WHERE job_id = ?');
  return {
    keep(jobId, { status, contentType, bytes, whole, head }) {
      insert.run(jobId, status, contentType, bytes, whole ? 1 : 0, head);
    },
    find(jobId) {
      const row = select.get(jobId);
      if (!row) return undefined;
      const { status, content_type: contentType, bytes, whole, head } = row;
      return {
        status: Number(status),
        contentType: String(contentType),
        bytes: Number(bytes),
        whole: whole === 1,
        head: head instanceof Uint8Array ? head : new Uint8Array(),
      };
    },
    drop: (jobId) => void remove.run(jobId),
  };
}
