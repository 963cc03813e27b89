import type { FileRef } from '../../shared/file-ref';
import type { Asset, Job } from '../../shared/job';
import { jobTitle, mainPicture } from '../ui/job-words';
import type { NewPanel } from './make-figure-store';

/** A picture of a finished job, with whose it is. */
export function panelOfJob(job: Job, asset: Asset | undefined = mainPicture(job.assets)): NewPanel | undefined {
  if (!asset) return undefined;
  const { id: jobId, remoteId, profileId, provider } = job;
  return {
    name: jobTitle(job).slice(0, 500),
    source: { kind: 'asset', sha256: asset.sha256, jobId, profileId, provider, ...(remoteId !== null && { remoteId }) },
  };
}

export function panelOfFile({ $file, name }: FileRef): NewPanel {
  return { name, source: { kind: 'asset', sha256: $file } };
}
