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
  /**
   * Throws bad_answer for what is neither a picture nor a PDF, and incomplete for what breaks off before its own end;
   * with `partial` that is kept as well.
   */
  write(
    content: AsyncIterable<Uint8Array>,
    options: { maxBytes: number; as?: 'json' | undefined; partial?: boolean },
  ): Promise<{
    sha256: string;
    bytes: number;
    kind: Pick<Asset, 'format' | 'mediaType' | 'width' | 'height'>;
    whole: boolean;
  }>;
}

type Artifact = Extract<JobReading, { state: 'completed' }>['artifacts'][number];

export type Collected =
  /** Everything that there is to have is on the disk; `lost` is why something is not. */
  | { kind: 'complete'; files: number; whole: number; lost: AppErrorData | null }
  /** Something would not come; what came is kept. */
  | { kind: 'gone' | 'retry'; error: AppErrorData };

/** As much as is ever read of an answer: what has been paid for is not thrown away for its size. */
const MAX_ARTIFACT_BYTES = 512_000_000;

/** Times that a file may come incomplete before what came is kept as it is. */
const TRIES_UNTIL_PARTIAL = 4;
/** The same where the connection broke: the network may be to blame, and mends. */
const BROKEN_TRIES_UNTIL_PARTIAL = 10;

/** Failures in a row after which something optional is left. */
const OPTIONAL_TRIES = 2;

const onDisk = ({ code }: AppErrorData): boolean => code === 'disk_full' || code === 'disk_error';

const BROKEN: ReadonlySet<AppErrorData['code']> = new Set(['connection_lost', 'timeout']);

/** A body as far as it comes. */
async function* asFarAsItComes(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let some = false;
  try {
    for await (const chunk of body) {
      some ||= chunk.byteLength > 0;
      yield chunk;
    }
  } catch (error) {
    if (!some || !BROKEN.has(toAppErrorData(error).code)) throw error;
  }
}

export interface CollectOptions {
  /** What is gone now is given up. */
  lastTry: boolean;
  signal: AbortSignal;
  /** Only whole files count, also where an incomplete one is kept already. */
  wholeOnly?: boolean;
}

/**
 * Fetches a finished job's files into the store, each noted as soon as it is on the disk, so that no second
 * attempt loses what the first one got.
 */
export function createCollector(deps: { repository: JobRepository; provider: Provider; files: ArtifactFiles }) {
  const { repository, provider, files } = deps;
  /** How often a file came incomplete, by job and place; only of this run, so a restart is patient anew. */
  const incomplete = new Map<string, number>();

  async function store(
    source: ArtifactSource,
    job: JobRecord,
    { partial, signal }: { partial: boolean; signal: AbortSignal },
  ): Promise<Asset> {
    const target = { profileId: job.profileId, baseUrl: job.baseUrl };
    const { body } = await provider.fetchArtifact(source, target, { jobId: job.id, signal });
    // only what the program wrote itself is JSON; a server's text is never taken for a result
    const as = source.kind === 'json' ? ('json' as const) : undefined;
    // what is in memory already has no limit but the disk's
    const maxBytes = source.kind === 'json' || source.kind === 'inline' ? Infinity : MAX_ARTIFACT_BYTES;
    const content = partial ? asFarAsItComes(body) : body;
    const { sha256, bytes, kind, whole } = await files.write(content, { maxBytes, as, partial });
    const { format, mediaType, width, height } = kind;
    return { sha256, bytes, format, mediaType, width, height, ...(!whole && { incomplete: true }) };
  }

  async function storeEither(artifact: Artifact, job: JobRecord, signal: AbortSignal): Promise<Asset> {
    const { source, fallback } = artifact;
    try {
      return await store(source, job, { partial: false, signal });
    } catch (error) {
      const data = toAppErrorData(error);
      if (!fallback || signal.aborted || onDisk(data)) throw error;
      // bytes at hand are not put at risk by waiting for the same bytes from a server that may forget them
      const elsewhere = fallback.kind === 'inline' || isGone(data) || data.code === 'incomplete';
      if (!elsewhere) throw error;
      return await store(fallback, job, { partial: false, signal }).catch((second: unknown) => {
        throw onDisk(toAppErrorData(second)) ? second : error;
      });
    }
  }

  /** Of the sources of one file that never came whole, the most that came. */
  async function storePart({ source, fallback }: Artifact, job: JobRecord, signal: AbortSignal): Promise<Asset> {
    const parts: Asset[] = [];
    let failure: unknown;
    for (const one of fallback ? [source, fallback] : [source]) {
      try {
        parts.push(await store(one, job, { partial: true, signal }));
      } catch (error) {
        failure ??= error;
      }
    }
    const whole = parts.find((part) => !part.incomplete);
    const largest = parts.reduce<Asset | undefined>(
      (most, part) => (part.bytes > (most?.bytes ?? -1) ? part : most),
      whole,
    );
    if (!largest) throw failure;
    return whole ?? largest;
  }

  async function fetchOne(place: string, artifact: Artifact, job: JobRecord, options: CollectOptions): Promise<Asset> {
    try {
      return await storeEither(artifact, job, options.signal);
    } catch (error) {
      const { code } = toAppErrorData(error);
      if (options.signal.aborted || options.wholeOnly || (code !== 'incomplete' && !BROKEN.has(code))) throw error;
      const times = (incomplete.get(place) ?? 0) + 1;
      incomplete.set(place, times);
      if (times < (code === 'incomplete' ? TRIES_UNTIL_PARTIAL : BROKEN_TRIES_UNTIL_PARTIAL)) throw error;
      return await storePart(artifact, job, options.signal).catch(() => {
        throw error;
      });
    }
  }

  return async (job: JobRecord, artifacts: readonly Artifact[], options: CollectOptions): Promise<Collected> => {
    const known = repository.assetPositions(job.id);
    let lost: AppErrorData | null = null;
    let failed: AppErrorData | null = null;
    for (const [position, artifact] of artifacts.entries()) {
      const asset = known.get(position);
      const enough = asset && !(options.wholeOnly && asset.incomplete);
      if (enough && (await files.has(asset.sha256))) continue;
      const place = `${job.id} ${position}`;
      try {
        repository.putAsset(job.id, position, await fetchOne(place, artifact, job, options));
        incomplete.delete(place);
      } catch (error) {
        if (options.signal.aborted) throw error;
        const data = toAppErrorData(error);
        // found by its looks only: tried a few times, then done without
        if (artifact.optional && !onDisk(data) && (isGone(data) || job.failures >= OPTIONAL_TRIES)) continue;
        if (isGone(data) && options.lastTry) lost ??= data;
        else failed ??= data;
      }
    }
    if (failed) return { kind: isGone(failed) ? 'gone' : 'retry', error: failed };
    const assets = [...repository.assetPositions(job.id).values()];
    const whole = assets.filter((asset) => !asset.incomplete).length;
    if (whole < assets.length) lost ??= new AppError('incomplete').data;
    return { kind: 'complete', files: assets.length, whole, lost };
  };
}
