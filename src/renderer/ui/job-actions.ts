import i18next from 'i18next';
import type { JobDetail } from '../../shared/job';
import { call, queryClient } from '../api';
import { useUi } from '../ui-store';
import { toastError, toastNote } from './toast';

/** Runs an action whose failure has no place on the screen. */
export function attempt(action: Promise<unknown>): void {
  action.catch(toastError);
}

/** A file of a job, or the one that a plain call brought, under the title that its copy is called by. */
export type FilePlace = { sha256: string } & ({ jobId: string } | { title: string });

export function saveAs(file: FilePlace): void {
  attempt(
    call('asset.saveAs', file).then(({ saved }) => {
      if (saved) toastNote(i18next.t('library.saved', { name: saved.name }), i18next.t('library.savedIn', saved));
    }),
  );
}

export function copyPicture(sha256: string): void {
  attempt(
    call('asset.copy', { sha256 }).then(() => {
      toastNote(i18next.t('library.copiedPicture'));
    }),
  );
}

export function showInFolder(file: FilePlace): void {
  attempt(call('asset.showInFolder', file));
}

/** Fetches a job's files once more, where they are not as they should be. */
export async function fetchAgain(id: string): Promise<void> {
  await call('job.fetchAgain', { id });
  toastNote(i18next.t('library.fetchedAgain'));
}

/** Opens the form of the job's endpoint with what was asked. The draft that was there is replaced. */
export function openAsDraft(job: Pick<JobDetail, 'endpoint' | 'input'>): void {
  attempt(
    call('draft.set', { endpoint: job.endpoint, values: job.input }).then(() => {
      useUi.getState().openEndpoint(job.endpoint);
    }),
  );
}

/** Once a result has been looked at it loses its dot. */
export function markSeen(id: string): void {
  attempt(
    call('job.markSeen', { id }).then(async () => {
      await queryClient.invalidateQueries({ queryKey: ['job.list'] });
    }),
  );
}
