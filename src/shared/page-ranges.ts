/** Why a page list cannot be used; `part` is the piece between commas, as typed. */
export type PageRangeProblem =
  | { reason: 'syntax'; part: string }
  | { reason: 'zero'; part: string }
  | { reason: 'beyond'; part: string; pageCount: number };

export type PageRanges = { ok: true; pages: number[]; normalized: string } | { ok: false; problem: PageRangeProblem };

const PART = /^(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?$/;

/**
 * Reads a page list as PaperBanana documents it: 1-based, `1`, `1,3-5`, and `5-3` for a descending range.
 * An empty text means all pages (`pages: []`). With `pageCount` a page beyond the end is a problem too.
 * `normalized` is what is sent: no spaces, plain hyphens, order kept.
 */
export function parsePageRanges(text: string, pageCount?: number): PageRanges {
  if (text.trim() === '') return { ok: true, pages: [], normalized: '' };
  const pages: number[] = [];
  const seen = new Set<number>();
  const parts: string[] = [];
  for (const raw of text.split(/[,，、]/)) {
    const part = raw.trim();
    const match = PART.exec(part);
    if (!match) return { ok: false, problem: { reason: 'syntax', part: part || raw } };
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    if (from === 0 || to === 0) return { ok: false, problem: { reason: 'zero', part } };
    if (pageCount !== undefined && Math.max(from, to) > pageCount)
      return { ok: false, problem: { reason: 'beyond', part, pageCount } };
    const step = from <= to ? 1 : -1;
    for (let page = from; page !== to + step; page += step) {
      if (!seen.has(page)) pages.push(page);
      seen.add(page);
    }
    parts.push(match[2] === undefined ? String(from) : `${from}-${to}`);
  }
  return { ok: true, pages, normalized: parts.join(',') };
}

/** The shortest ascending page list of a set of 1-based pages: [3,4,5,8] -> `3-5, 8`. Empty for no pages. */
export function formatPageRanges(pages: Iterable<number>): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const page of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from}-${to}`))
    .join(', ');
}
