import { createHash } from 'node:crypto';
import type { Delivery, DeliveryDetail } from '../../shared/webhook';
import { deliverySchema } from '../../shared/webhook';
import type { Database, Row, Statement } from '../jobs/database';

export const INBOX_STEPS: readonly string[] = [
  `
  CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    refused INTEGER NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0,
    signature TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    content TEXT NOT NULL,
    headers TEXT NOT NULL,
    -- what is looked through: names of the task and event, and the beginning of the body
    words TEXT NOT NULL,
    body BLOB NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_by_fingerprint ON deliveries (fingerprint);
  CREATE INDEX deliveries_by_refused ON deliveries (refused, id);
  CREATE INDEX deliveries_unread ON deliveries (id) WHERE seen = 0;
  CREATE INDEX deliveries_in_trouble ON deliveries (id) WHERE refused = 1 OR signature = 'wrong';
  `,
];

/** What the inbox keeps: older ones go first. */
export const KEPT = { deliveries: 20_000, refused: 500, bytes: 256 * 1024 * 1024 } as const;
/** Bytes kept of a body that was refused: enough to see what it was. */
const KEPT_OF_REFUSED = 4096;
const SHOWN_CHARACTERS = 256 * 1024;
const SEARCHED_CHARACTERS = 16 * 1024;

export type NewDelivery = Omit<Delivery, 'id' | 'seen' | 'duplicate' | 'attempt' | 'bytes'> & {
  headers: Record<string, string>;
  body: Uint8Array;
};

export interface InboxQuery {
  text?: string | undefined;
  filter: 'all' | 'unread' | 'refused';
  /** Deliveries older than this id. */
  before?: number | undefined;
  limit: number;
}

export interface Inbox {
  /** All of them or none, in one write; what comes back is on the disk. */
  add(deliveries: readonly NewDelivery[]): Delivery[];
  list(query: InboxQuery): { deliveries: Delivery[]; total: number };
  counts(): Record<InboxQuery['filter'], number>;
  get(id: number): DeliveryDetail | undefined;
  /** The bytes as they came, for replaying; cut where the request was refused. */
  body(id: number): Uint8Array | undefined;
  markSeen(id: number | 'all'): void;
  /** Another judgement of a delivery that is kept. */
  judge(id: number, verdict: Pick<Delivery, 'signature' | 'reason' | 'profileId' | 'jobId'>): void;
  clear(): void;
}

const fingerprintOf = ({ taskId, body }: NewDelivery): string =>
  createHash('sha256')
    .update(`${taskId ?? ''}\0`)
    .update(body)
    .digest('hex');

const decode = (body: Uint8Array): string => new TextDecoder().decode(body);

function readRow(row: Row): Delivery {
  const content = JSON.parse(String(row['content'])) as object;
  return deliverySchema.parse({ ...content, id: row['id'], seen: row['seen'] === 1 });
}

const TROUBLE = `(refused = 1 OR signature = 'wrong')`;

/** Deliveries on the disk, bounded in number and bytes. */
export function createInbox(database: Database): Inbox {
  // A delivery is a hint: one that a power cut takes is asked about by the poller all the same. It outlives a crash
  // of the program either way, and without a sync a write, ten a second or a thousand cost the loop next to nothing.
  database.exec('PRAGMA synchronous = NORMAL');
  const insert = database.prepare(
    'INSERT INTO deliveries (at, fingerprint, refused, signature, bytes, content, headers, words, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const countSame = database.prepare('SELECT count(*) AS n FROM deliveries WHERE fingerprint = ?');
  // a forged copy that came first does not make the genuine delivery a repetition
  const countJudgedSame = database.prepare(
    'SELECT count(*) AS n FROM deliveries WHERE fingerprint = ? AND signature = ?',
  );
  const trim = database.prepare(
    `DELETE FROM deliveries WHERE refused = ?1 AND id <= (
       SELECT id FROM deliveries WHERE refused = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)`,
  );
  const sumBytes = database.prepare('SELECT coalesce(sum(bytes), 0) AS n FROM deliveries');
  const dropOldest = database.prepare(
    'DELETE FROM deliveries WHERE id = (SELECT min(id) FROM deliveries) RETURNING bytes',
  );
  const countAll = database.prepare('SELECT count(*) AS n FROM deliveries');
  const countUnread = database.prepare('SELECT count(*) AS n FROM deliveries WHERE seen = 0');
  const countTrouble = database.prepare(`SELECT count(*) AS n FROM deliveries WHERE ${TROUBLE}`);
  const numberOf = (count: Statement): number => Number(count.get()?.['n']);
  let keptBytes = numberOf(sumBytes);

  function addOne(delivery: NewDelivery): Delivery {
    const { headers, body, ...known } = delivery;
    const refused = known.refusal !== null;
    const kept = refused ? body.subarray(0, KEPT_OF_REFUSED) : body;
    const fingerprint = fingerprintOf(delivery);
    const before = refused ? 0 : Number(countSame.get(fingerprint)?.['n']);
    const duplicate = before > 0 && Number(countJudgedSame.get(fingerprint, known.signature)?.['n']) > 0;
    const full = { ...known, bytes: body.byteLength, duplicate, attempt: before + 1 };
    const words = [known.event, known.taskId, known.path, decode(kept.subarray(0, SEARCHED_CHARACTERS))].join(' ');
    const row = [known.at, fingerprint, refused ? 1 : 0, known.signature, kept.byteLength] as const;
    const { lastId } = insert.run(...row, JSON.stringify(full), JSON.stringify(headers), words, kept);
    keptBytes += kept.byteLength;
    return { ...full, id: lastId, seen: false };
  }

  function keepBounds(): void {
    const trimmed = trim.run(0, KEPT.deliveries).changes + trim.run(1, KEPT.refused).changes;
    if (trimmed > 0) keptBytes = numberOf(sumBytes);
    while (keptBytes > KEPT.bytes) {
      const dropped = dropOldest.get();
      if (!dropped) break;
      keptBytes -= Number(dropped['bytes']);
    }
  }

  function conditionOf({ text, filter }: InboxQuery): { sql: string; values: string[] } {
    const parts: string[] = [];
    const values: string[] = [];
    if (filter === 'unread') parts.push('seen = 0');
    if (filter === 'refused') parts.push(TROUBLE);
    for (const word of (text ?? '').split(/\s+/).filter(Boolean)) {
      parts.push(`words LIKE ? ESCAPE '\\'`);
      values.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    }
    return { sql: parts.length > 0 ? parts.join(' AND ') : '1', values };
  }

  return {
    add: (deliveries) =>
      database.transaction(() => {
        const added = deliveries.map(addOne);
        keepBounds();
        return added;
      }),
    list(query) {
      const { sql, values } = conditionOf(query);
      const rows = database
        .prepare(`SELECT id, seen, content FROM deliveries WHERE ${sql} AND id < ? ORDER BY id DESC LIMIT ?`)
        .all(...values, query.before ?? Number.MAX_SAFE_INTEGER, query.limit);
      const total = database.prepare(`SELECT count(*) AS n FROM deliveries WHERE ${sql}`).get(...values);
      return { deliveries: rows.map(readRow), total: Number(total?.['n']) };
    },
    counts: () => ({ all: numberOf(countAll), unread: numberOf(countUnread), refused: numberOf(countTrouble) }),
    get(id) {
      const row = database.prepare('SELECT * FROM deliveries WHERE id = ?').get(id);
      if (!row) return undefined;
      const body = row['body'] as Uint8Array;
      const text = decode(body);
      const delivery = readRow(row);
      const bodyCut = text.length > SHOWN_CHARACTERS || body.byteLength < delivery.bytes || text.includes('\ufffd');
      const headers = JSON.parse(String(row['headers'])) as Record<string, string>;
      return { ...delivery, headers, body: text.slice(0, SHOWN_CHARACTERS), bodyCut };
    },
    body: (id) =>
      database.prepare('SELECT body FROM deliveries WHERE id = ?').get(id)?.['body'] as Uint8Array | undefined,
    markSeen(id) {
      if (id === 'all') database.prepare('UPDATE deliveries SET seen = 1 WHERE seen = 0').run();
      else database.prepare('UPDATE deliveries SET seen = 1 WHERE id = ?').run(id);
    },
    judge(id, verdict) {
      const row = database.prepare('SELECT content FROM deliveries WHERE id = ?').get(id);
      if (!row) return;
      const content = { ...(JSON.parse(String(row['content'])) as object), ...verdict };
      const update = database.prepare('UPDATE deliveries SET signature = ?, content = ? WHERE id = ?');
      update.run(verdict.signature, JSON.stringify(content), id);
    },
    clear() {
      database.exec('DELETE FROM deliveries');
      keptBytes = 0;
    },
  };
}
