import type { Exchange, NewExchange } from '../../shared/exchange';
import { exchangeSchema } from '../../shared/exchange';
import type { Database } from './database';

/** The first ones tell how a job began, the last ones how it goes; the polls between are all alike. */
const KEPT_FIRST = 5;
const KEPT_LAST = 20;
/** Calls that belong to no job: the newest of these. */
const KEPT_LOOSE = 100;
const MAX_BODY_CHARACTERS = 64 * 1024;

export interface ExchangeRepository {
  /** Keeps a request and its answer (redacted by whoever made them). Returns the id. */
  record(exchange: NewExchange): number;
  /** Oldest first. */
  list(jobId: string): Exchange[];
  find(id: number): Exchange | undefined;
}

function cut(body: string | null): string | null {
  return body !== null && body.length > MAX_BODY_CHARACTERS ? `${body.slice(0, MAX_BODY_CHARACTERS)}…` : body;
}

export function createExchangeRepository(database: Database): ExchangeRepository {
  const insert = database.prepare('INSERT INTO exchanges (job_id, content) VALUES (?, ?)');
  const trimJob = database.prepare(
    `DELETE FROM exchanges WHERE job_id = ?1
       AND id NOT IN (SELECT id FROM exchanges WHERE job_id = ?1 ORDER BY id LIMIT ${KEPT_FIRST})
       AND id NOT IN (SELECT id FROM exchanges WHERE job_id = ?1 ORDER BY id DESC LIMIT ${KEPT_LAST})`,
  );
  const trimLoose = database.prepare(
    `DELETE FROM exchanges WHERE job_id IS NULL
       AND id NOT IN (SELECT id FROM exchanges WHERE job_id IS NULL ORDER BY id DESC LIMIT ${KEPT_LOOSE})`,
  );
  const select = database.prepare('SELECT id, content FROM exchanges WHERE id = ?');
  const selectOfJob = database.prepare('SELECT id, content FROM exchanges WHERE job_id = ? ORDER BY id');
  const read = (row: Record<string, unknown>): Exchange =>
    exchangeSchema.parse({ ...(JSON.parse(String(row['content'])) as object), id: row['id'] });

  return {
    record: (exchange) =>
      database.transaction(() => {
        const requestBody = cut(exchange.requestBody);
        const responseBody = cut(exchange.responseBody);
        const { lastId } = insert.run(exchange.jobId, JSON.stringify({ ...exchange, requestBody, responseBody }));
        if (exchange.jobId === null) trimLoose.run();
        else trimJob.run(exchange.jobId);
        return lastId;
      }),
    list: (jobId) => selectOfJob.all(jobId).map(read),
    find(id) {
      const row = select.get(id);
      return row && read(row);
    },
  };
}
