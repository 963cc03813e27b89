import { findEndpoint } from '../../shared/endpoints';
import { endpointKey } from '../../shared/i18n/locale';
import type { Asset, Job } from '../../shared/job';
import { lookUp } from '../i18n';

/** What a job does in words ("Diagram from a PDF"); the id where a newer version made it. */
export function endpointTitle(endpoint: string): string {
  return lookUp(`endpoints.${endpointKey(endpoint)}.title`) ?? endpoint;
}

/** The user's title, else what the endpoint does: a job without words of the user is called by its endpoint's id. */
export function jobTitle(job: Pick<Job, 'title' | 'endpoint'>): string {
  const own = job.title.trim();
  return own === '' || own === job.endpoint ? endpointTitle(job.endpoint) : own;
}

export function endpointIconName(endpoint: string): string {
  return findEndpoint(endpoint)?.icon ?? 'image';
}

/** ms from sending to the end, or to now while it goes on. */
export function jobDuration(job: Pick<Job, 'sentAt' | 'createdAt' | 'finishedAt'>, now: number): number {
  return Math.max(0, (job.finishedAt ?? now) - (job.sentAt ?? job.createdAt));
}

/** True for a lost submission that waits to be sent again with its key. */
export function waitsToResend({ state, nextPollAt }: Pick<Job, 'state' | 'nextPollAt'>): boolean {
  return state === 'sending' && nextPollAt !== null;
}

/** The code of a good answer that tells no state that is known; undefined where the last one was in order. */
export function oddAnswer({ state, error }: Pick<Job, 'state' | 'error'>): 'unknown_status' | 'no_result' | undefined {
  const code = error?.code;
  const asked = state === 'queued' || state === 'running';
  return asked && (code === 'unknown_status' || code === 'no_result') ? code : undefined;
}

const SHOWN = new Set(['png', 'jpeg', 'webp', 'gif', 'svg']);

/** The file to look at: the first that a window can show. PDFs are files only. */
export function mainPicture(assets: readonly Asset[]): Asset | undefined {
  return assets.find((asset) => SHOWN.has(asset.format));
}

/** Ids are long and their middle tells nobody anything: `3f9c41d0…a7e2`. */
export function shortId(id: string): string {
  return id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id;
}
