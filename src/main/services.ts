import { join } from 'node:path';
import { AppError } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import { validateInput } from '../shared/endpoints/endpoint';
import { requireEndpoint } from '../shared/endpoints/index';
import type { NewExchange } from '../shared/exchange';
import type { Asset, Job } from '../shared/job';
import type { Log } from '../shared/log';
import { isRunning } from './jobs/process-birth';
import { createFileStore, type FileStore, type TryDecoding } from './assets/store';
import { createHttpClient } from './http/client';
import { openDatabase } from './jobs/database';
import { createDraftRepository, type DraftRepository } from './jobs/draft-repository';
import { createExchangeRepository, type ExchangeRepository } from './jobs/exchange-repository';
import { createFigureRepository, type FigureRepository } from './jobs/figure-repository';
import { createFormatRepository } from './jobs/format-repository';
import { createJobRepository } from './jobs/job-repository';
import { createJobService, type JobService, type Submit } from './jobs/job-service';
import { takeOver } from './take-over';
import { createHttpProvider } from './providers/http-provider';
import type { Download } from './providers/provider';

export interface ServicesOptions {
  /** Holds `history.db` and `files/`; made when missing. */
  dataDir: string;
  fetch(request: Request): Promise<Response>;
  /** For a request to `address`. Null where the profile has none; throws where it was entered for another server. */
  secretOf(profileId: string, address: string): Promise<string | null>;
  clock: Clock;
  /** [0, 1) */
  random(): number;
  /** How many times faster than a real one the server works, and so is asked; 1 where left out. */
  pace?: () => number;
  log: Log;
  onJobChanged(id: string): void;
  /** A job came to its end by itself, well or badly. */
  onJobFinished(job: Job): void;
  /** A damaged page of the history was met while it is in use. */
  onHistoryDamage?: (reason: string) => void;
  /** Paints a file to see whether it can be; only its end is looked at where left out. */
  tryDecoding?: TryDecoding;
}

export interface CallResult {
  /** Null where the answer is empty or a file. */
  answer: unknown;
  exchangeId: number;
  /** An answer that is a file, as it lies in the store now. */
  asset: Asset | null;
}

/** All that Plantain does behind its window or its command line, on one folder of data. Knows nothing of Electron. */
export interface Services {
  jobs: JobService;
  files: FileStore;
  exchanges: ExchangeRepository;
  drafts: DraftRepository;
  figures: FigureRepository;
  /** One request, one answer, for endpoints that make no job. Throws invalid_input with issues, and as providers do. */
  call(call: Submit): Promise<CallResult>;
  /** The same where the answer is a file that goes elsewhere. */
  download(call: Submit): Promise<Download>;
  /**
   * Brings over what command lines that were killed have left in the folder of theirs, where `isOurs` says that it can
   * be asked about here. Gives how many jobs that were.
   */
  takeOver(folder: string, isOurs: (job: Job) => Promise<boolean>): Promise<number>;
  /** Where a damaged history was moved to when it was opened; null where all was well. */
  damagedHistory: string | null;
  /** Waits for nothing: whatever is under way is found again by the next start. */
  close(): void;
}

const SWEEP_AFTER_MS = 30_000;
const MAX_FILE_BYTES = 200_000_000;

/** Throws DatabaseTooNewError where a later version has written the history; AppError where the disk refuses. */
export function createServices(options: ServicesOptions): Services {
  const { dataDir, fetch, secretOf, clock, random, pace, log, onJobChanged, onJobFinished } = options;
  const { database, damagedFile } = openDatabase(join(dataDir, 'history.db'), {
    ...{ clock, log },
    ...(options.onHistoryDamage && { onDamage: options.onHistoryDamage }),
  });
  const files = createFileStore(join(dataDir, 'files'), undefined, options.tryDecoding);
  const repository = createJobRepository(database, clock);
  const exchanges = createExchangeRepository(database);
  const client = createHttpClient({
    fetch,
    clock,
    recordExchange: (exchange: NewExchange) => exchanges.record(exchange),
    onRecordFailure: (error) => {
      log.warn('an exchange was not kept', { reason: String(error) });
    },
    async *readFile(sha256) {
      yield* (await files.open(sha256)).stream;
    },
  });
  const provider = createHttpProvider({ client, secretOf, formats: createFormatRepository(database) });
  const jobs = createJobService({
    ...{ repository, provider, files, clock, random, pace, log, onJobChanged, onJobFinished },
    isAlive: isRunning,
  });

  function checked({ endpoint: id, input, profile }: Submit) {
    const endpoint = requireEndpoint(id);
    const validation = validateInput(endpoint, input);
    if (!validation.ok) throw new AppError('invalid_input', { issues: validation.issues });
    return { endpoint, input: validation.input, target: { profileId: profile.id, baseUrl: profile.baseUrl } };
  }

  async function download(call: Submit): Promise<Download> {
    const { endpoint, input, target } = checked(call);
    const source = { kind: 'endpoint', format: '', endpoint: endpoint.id, input } as const;
    return provider.fetchArtifact(source, target, { jobId: null });
  }

  async function storeFile({ body, exchangeId }: Download): Promise<CallResult> {
    const { sha256, bytes, kind } = await files.write(body, { maxBytes: MAX_FILE_BYTES });
    return { answer: null, exchangeId: exchangeId?.() ?? -1, asset: { sha256, bytes, ...kind } };
  }

  // nobody waits for it, and a crash of the last run may have left hundreds of megabytes
  const cancelSweep = clock.after(SWEEP_AFTER_MS, () => {
    void files.sweep().catch((error: unknown) => {
      log.warn('leftovers were not swept', { reason: String(error) });
    });
  });

  return {
    ...{
      jobs,
      files,
      exchanges,
      drafts: createDraftRepository(database, clock),
      figures: createFigureRepository(database),
      damagedHistory: damagedFile,
    },
    async call(call) {
      const { endpoint, input, target } = checked(call);
      if (endpoint.answer.kind === 'binary') return storeFile(await download(call));
      return { ...(await provider.call(endpoint, input, target, { jobId: null })), asset: null };
    },
    download,
    async takeOver(folder, isOurs) {
      // where a command line has it open right now the next start brings them over: nobody waits on this thread
      const left = openDatabase(join(folder, 'history.db'), { clock, log, patience: 0 }).database;
      try {
        const from = { database: left, files: createFileStore(join(folder, 'files')) };
        const brought = await takeOver({
          from,
          to: { database, files },
          provider,
          random,
          clock,
          log,
          isAlive: isRunning,
          isOurs,
        });
        if (brought.length > 0) jobs.wake();
        for (const id of brought) onJobChanged(id);
        return brought.length;
      } finally {
        left.close();
      }
    },
    close() {
      cancelSweep();
      jobs.close();
      try {
        database.close();
      } catch (error) {
        log.warn('the history did not close as it should', { reason: String(error) });
      }
    },
  };
}
