import type { Asset } from '../../shared/job';
import { assetSchema } from '../../shared/job';
import type { Database, Row } from './database';

export interface JobAssets {
  list(jobId: string): Asset[];
  /** Notes the file of one artifact, by its place in the server's list; noted again it replaces the first. */
  put: (jobId: string, position: number, asset: Asset) => void;
  /** Which artifacts have been fetched already. */
  positions: (jobId: string) => Map<number, Asset>;
}

const read = ({ incomplete, ...row }: Row): Asset =>
  assetSchema.parse(incomplete === 1 ? { ...row, incomplete: true } : row);

export function createJobAssets(database: Database): JobAssets {
  const select = database.prepare(
    `SELECT position, sha256, media_type AS mediaType, format, bytes, width, height, incomplete
     FROM assets WHERE job_id = ? ORDER BY position`,
  );
  const upsert = database.prepare(
    `INSERT INTO assets (job_id, position, sha256, media_type, format, bytes, width, height, incomplete)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (job_id, position) DO UPDATE SET sha256 = excluded.sha256, media_type = excluded.media_type,
       format = excluded.format, bytes = excluded.bytes, width = excluded.width, height = excluded.height,
       incomplete = excluded.incomplete`,
  );
  return {
    list: (jobId) => select.all(jobId).map(read),
    put(jobId, position, { sha256, mediaType, format, bytes, width, height, incomplete }) {
      upsert.run(jobId, position, sha256, mediaType, format, bytes, width, height, incomplete ? 1 : 0);
    },
    positions: (jobId) => new Map(select.all(jobId).map((row) => [Number(row['position']), read(row)])),
  };
}
