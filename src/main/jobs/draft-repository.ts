import { z } from 'zod';
import type { Clock } from '../../shared/clock';
import { findEndpoint } from '../../shared/endpoints/index';
import type { Database } from './database';
import { draftValues } from './masked-fields';

/** What was typed into a form and not yet sent, by endpoint. */
export interface DraftRepository {
  get(endpoint: string): Record<string, unknown> | null;
  /** Null throws the draft away. Kept are the endpoint's declared fields, but for those that hold secrets. */
  set(endpoint: string, values: Record<string, unknown> | null): void;
}

const valuesSchema = z.record(z.string(), z.unknown());

export function createDraftRepository(database: Database, clock: Clock): DraftRepository {
  const select = database.prepare('SELECT content FROM drafts WHERE endpoint = ?');
  const upsert = database.prepare(
    `INSERT INTO drafts (endpoint, content, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (endpoint) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at`,
  );
  const remove = database.prepare('DELETE FROM drafts WHERE endpoint = ?');
  return {
    get(endpoint) {
      const row = select.get(endpoint);
      const declaration = findEndpoint(endpoint);
      if (!row || !declaration) return null;
      // an older version kept whatever it was given
      return draftValues(declaration.input, valuesSchema.parse(JSON.parse(String(row['content']))));
    },
    set(endpoint, values) {
      const declaration = findEndpoint(endpoint);
      if (values === null) remove.run(endpoint);
      else if (declaration) upsert.run(endpoint, JSON.stringify(draftValues(declaration.input, values)), clock.now());
    },
  };
}
