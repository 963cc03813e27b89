/** From this share of the units down the bar warns. */
const LOW = 0.15;

export interface Quota {
  /** null: as many as one likes. */
  left: number | null;
  total: number | null;
  /** 0 to 1; null where there is no whole to be a part of. */
  share: number | null;
  low: boolean;
}

/** What a quota bar shows of the units left and in all; null for either means without limit. */
export function quotaOf(left: number | null, total: number | null): Quota {
  if (left === null) return { left: null, total: null, share: null, low: false };
  // a total lowered below what is left would make more than a whole
  const share = total === null ? null : total === 0 ? 0 : Math.min(1, left / total);
  return { left, total, share, low: left === 0 || (share !== null && share <= LOW) };
}
