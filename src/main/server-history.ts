import { AppError } from '../shared/app-error';
import type { HistoryFind, OperationInput, ProfileView } from '../shared/contract';
import {
  adminHistory,
  adminHistoryItem,
  historyEntrySchema,
  type HistoryItem,
  historySchema,
} from '../shared/endpoints/paperbanana-admin';
import type { ProfileBook } from './profile-book';
import { inlineArtifact } from './providers/inline-artifact';
import type { Services } from './services';

export interface ServerHistory {
  find(what: OperationInput<'history.find'>): Promise<HistoryFind>;
  /** Throws forgotten where the server has no result of the job, no_credential without an admin key. */
  recover(jobId: string): Promise<void>;
}

const PAGE_SIZE = 100;
/** Newest first: an older job than these is looked up by hand. */
const MOST_PAGES = 10;
const MAX_BYTES = 200_000_000;

/** `names`: what the entry may be asked for by, the likeliest first. */
type Found = HistoryFind & { names?: readonly string[] };

/** Observed servers know an entry by its task; others may count their items. */
function namesOf({ task_id: taskId, id }: HistoryItem): string[] {
  return [...new Set([taskId, id])].filter((name) => typeof name === 'string' && name !== '') as string[];
}

/** Results that a server's memory has lost and its history still has; asked with the admin key of that server. */
export function createServerHistory(deps: { services(): Promise<Services>; profiles(): ProfileBook }): ServerHistory {
  /** Base URLs whose server answered that it keeps no history: not asked again until the program ends. */
  const absent = new Set<string>();

  async function adminOf(baseUrl: string | undefined): Promise<ProfileView | undefined> {
    const all = await deps.profiles().list();
    const fitting = all.filter(
      (profile) =>
        profile.provider === 'paperbanana' &&
        profile.role === 'admin' &&
        (baseUrl === undefined || profile.baseUrl === baseUrl),
    );
    // several of one server: those without a key can't ask
    return fitting.find(({ secret }) => secret !== 'none') ?? fitting[0];
  }

  async function search(remoteId: string, profile: ProfileView): Promise<Found> {
    const { call } = await deps.services();
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const input = { page, size: PAGE_SIZE };
      const { answer } = await call({ endpoint: adminHistory.id, input, profile });
      const { items, pages } = historySchema.parse(answer);
      const item = items.find(({ task_id: taskId, id }) => taskId === remoteId || (!taskId && id === remoteId));
      if (item) {
        const names = namesOf(item);
        const [name = remoteId] = names;
        const entry = { id: name, taskId: item.task_id ?? null, status: item.status ?? null };
        return { state: 'found', entry: { ...entry, createdAt: item.created_at ?? null }, names };
      }
      if (items.length === 0 || page >= (pages ?? 1)) break;
    }
    return { state: 'not_found', entry: null };
  }

  /** The whole entry by the first of its names that the server knows. */
  async function entryOf(names: readonly string[], profile: ProfileView) {
    const { call } = await deps.services();
    for (const name of names) {
      try {
        const { answer } = await call({ endpoint: adminHistoryItem.id, input: { task_id: name }, profile });
        return historyEntrySchema.parse(answer);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
      }
    }
    throw new AppError('forgotten');
  }

  async function look(remoteId: string | null, baseUrl?: string): Promise<Found & { profile?: ProfileView }> {
    const profile = await adminOf(baseUrl);
    if (!profile) return { state: 'no_admin', entry: null };
    if (absent.has(profile.baseUrl)) return { state: 'absent', entry: null };
    if (remoteId === null) return { state: 'not_found', entry: null };
    try {
      return { ...(await search(remoteId, profile)), profile };
    } catch (error) {
      // any other 404 is a proxy's: it says nothing of the server behind it
      if (!(error instanceof AppError) || error.code !== 'not_offered') throw error;
      absent.add(profile.baseUrl);
      return { state: 'absent', entry: null };
    }
  }

  async function lookForJob(jobId: string) {
    const { remoteId, baseUrl } = (await deps.services()).jobs.get(jobId);
    return look(remoteId, baseUrl);
  }

  return {
    async find(what) {
      const { state, entry } = 'jobId' in what ? await lookForJob(what.jobId) : await look(what.remoteId);
      return { state, entry };
    },
    async recover(jobId) {
      const { state, names, profile } = await lookForJob(jobId);
      if (state === 'no_admin') throw new AppError('no_credential');
      if (!names || !profile) throw new AppError('forgotten');
      const { files, jobs } = await deps.services();
      const { image_base64: image, description } = await entryOf(names, profile);
      if (!image && !description) throw new AppError('forgotten');
      const stored = image ? await files.write(inlineArtifact(image).body, { maxBytes: MAX_BYTES }) : undefined;
      const asset = stored && { sha256: stored.sha256, bytes: stored.bytes, ...stored.kind };
      jobs.recovered(jobId, description ?? null, asset);
    },
  };
}
