/** A condition on the rows of `job_text`, as SQL with its values. */
export interface SearchQuery {
  sql: string;
  values: string[];
}

const TRIGRAM = 3;

/**
 * What a person typed into the search field as a query: every word must be found somewhere in title, prompt or
 * description, also inside words, in any case. Nothing of it is syntax: quotes and operators are searched for.
 * Words under three characters (most Chinese ones) are too short for the trigram index and are looked for
 * row by row. A NUL would end the query for SQLite, and stands in no text that it keeps. Null where nothing was typed.
 */
export function searchQuery(text: string): SearchQuery | null {
  const words = text
    .normalize('NFC')
    .split(/[\s\0]+/)
    .filter(Boolean);
  if (words.length === 0) return null;
  const isLong = (word: string): boolean => Array.from(word).length >= TRIGRAM;
  const long = words.filter(isLong);
  const short = words.filter((word) => !isLong(word));
  const conditions: string[] = [];
  const values: string[] = [];
  if (long.length > 0) {
    conditions.push('job_text MATCH ?');
    values.push(long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND '));
  }
  for (const word of short) {
    conditions.push(`(title || ' ' || body || ' ' || description) LIKE ? ESCAPE '\\'`);
    values.push(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
  }
  return { sql: conditions.join(' AND '), values };
}
