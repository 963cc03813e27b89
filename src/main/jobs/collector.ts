import type { AppErrorData } from '../../shared/app-error';
import { AppError, toAppErrorData } from '../../shared/app-error';
import type { ArtifactSource, JobReading } from '../../shared/endpoints/endpoint';
import type { Asset } from '../../shared/job';
import type { Provider } from '../providers/provider';
import type { JobRecord } from './job-record';
import type { JobRepository } from './job-repository';
import { isGone } from './poll-failure';

/** What collecting needs of the file store. */
export interface ArtifactFiles {
  has(sha256: string): Promise<boolean>;
  /** Throws bad_answer for what is neither a picture nor a PDF. */
  write(
    content: AsyncIterable<Uint8Array>,
    options: { maxBytes: number; as?: 'json' | undefined },
  ): Promise<{ sha256: string; bytes: number; kind: Omit<Asset, 'sha256' | 'bytes'> }>;
}

type Artifact = Extract<JobReading, { state: 'completed' }>['artifacts'][number];

export type Collected =
  /** Everything that there is to have is on the disk; `lost` is why something is not. */
  | { kind: 'complete'; files: number; lost: AppErrorData | null }
  /** Something would not come; what came is kept. */
  | { kind: 'gone' | 'retry'; error: AppErrorData };

const MAX_ARTIFACT_BYTES = 200_000_000;
/** What picture libraries take by default (sharp: 0x3FFF squared); more is a bomb. */
const MAX_PIXELS = 0x3fff * 0x3fff;

/** Failures in a row after which something optional is left. */
const OPTIONAL_TRIES = 2;

const onDisk = ({ code }: AppErrorData): boolean => code === 'disk_full' || code === 'disk_error';

/**
 * Fetches a finished job's files into the store, each noted as soon as it is on the disk, so that no second
 * attempt loses what the first one got. `lastTry`: what is gone now is given up.
 */
export function createCollector(deps: { repository: JobRepository; provider: Provider; files: ArtifactFiles }) {
  const { repository, provider, files } = deps;

  async function store(source: ArtifactSource, job: JobRecord, signal: AbortSignal): Promise<Asset> {
    const target = { profileId: job.profileId, baseUrl: job.baseUrl };
    const { body } = await provider.fetchArtifact(source, target, { jobId: job.id, signal });
    // only what the program wrote itself is JSON; a server's text is never taken for a result
    const as = source.kind === 'json' ? ('json' as const) : undefined;
    const { sha256, bytes, kind } = await files.write(body, { maxBytes: MAX_ARTIFACT_BYTES, as });
    const { format, mediaType, width, height } = kind;
    if ((width ?? 0) * (height ?? 0) > MAX_PIXELS) throw new AppError('answer_too_large');
    return { sha256, bytes, format, mediaType, width, height };
  }

  async function storeEither({ source, fallback }: Artifact, job: JobRecord, signal: AbortSignal): Promise<Asset> {
    try {
      return await store(source, job, signal);
    } catch (error) {
      const data = toAppErrorData(error);
      if (!fallback || signal.aborted || onDisk(data)) throw error;
      // bytes at hand are not put at risk by waiting for the same bytes from a server that may forget them
      if (fallback.kind !== 'inline' && !isGone(data)) throw error;
      return await store(fallback, job, signal).catch((second: unknown) => {
        throw onDisk(toAppErrorData(second)) ? second : error;
      });
    }
  }

  return async (
    job: JobRecord,
    artifacts: readonly Artifact[],
    lastTry: boolean,
    signal: AbortSignal,
  ): Promise<Collected> => {
    const known = repository.assetPositions(job.id);
    let lost: AppErrorData | null = null;
    let failed: AppErrorData | null = null;
    for (const [position, artifact] of artifacts.entries()) {
      const asset = known.get(position);
      if (asset && (await files.has(asset.sha256))) continue;
      try {
        repository.putAsset(job.id, position, await storeEither(artifact, job, signal));
      } catch (error) {
        if (signal.aborted) throw error;
        const data = toAppErrorData(error);
        // found by its looks only: tried a few times, then done without
        if (artifact.optional && !onDisk(data) && (isGone(data) || job.failures >= OPTIONAL_TRIES)) continue;
        if (isGone(data) && lastTry) lost ??= data;
        else failed ??= data;
      }
    }
    if (failed) return { kind: isGone(failed) ? 'gone' : 'retry', error: failed };
    return { kind: 'complete', files: repository.assetPositions(job.id).size, lost };
  };
}
