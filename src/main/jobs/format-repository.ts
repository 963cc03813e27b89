import type { Database } from './database';

type Format = 'new' | 'old';

/** Which of two address formats a server answered to, by endpoint and base URL. */
export function createFormatRepository(database: Database) {
  const select = database.prepare('SELECT format FROM url_formats WHERE endpoint = ? AND base_url = ?');
  const upsert = database.prepare(
    `INSERT INTO url_formats (endpoint, base_url, format) VALUES (?, ?, ?)
     ON CONFLICT (endpoint, base_url) DO UPDATE SET format = excluded.format`,
  );
  return {
    get(endpoint: string, baseUrl: string): Format | undefined {
      const format = select.get(endpoint, baseUrl)?.['format'];
      return format === 'new' || format === 'old' ? format : undefined;
    },
    set: (endpoint: string, baseUrl: string, format: Format): void => void upsert.run(endpoint, baseUrl, format),
  };
}
