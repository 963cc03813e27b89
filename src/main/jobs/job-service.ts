import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/app-error';
import { type Endpoint, validateInput } from '../../shared/endpoints/endpoint';
import { requireEndpoint } from '../../shared/endpoints/index';
import type { FileRef } from '../../shared/file-ref';
import { isFileRef } from '../../shared/file-ref';
import { isResendBlocked } from '../../shared/job';
import { climbs } from '../../shared/path-value';
import type { ProcessName } from './process-birth';
import type { JobActions } from './job-actions';
import { createJobActions, wrongInput } from './job-actions';
import { createJobFollowing, type JobFollowing } from './job-following';
import type { JobListing, JobQuery } from './job-list';
import type { JobRepository, Scheduled } from './job-repository';
import { createPoller } from './poller';
import { recover, recoverAbandoned } from './recovery';
import type { JobProfile, SubmissionDeps } from './submission';
import { createSubmission } from './submission';
import type { WatcherDeps } from './watcher';
import { createWatcher } from './watcher';

export interface Submit {
  endpoint: string;
  input: unknown;
  profile: JobProfile;
}

export interface SubmitOptions {
  /** Waits for the answer however long it takes. Else a server that works before it answers is left to the queue. */
  patient?: boolean;
  /** Told the job's id as soon as its row is on the disk, before anything is sent. */
  onPrepared?(id: string): void;
}

export interface JobService extends JobActions, JobFollowing {
  /**
   * Recovers what the last run left and begins to ask about the watched jobs. `ownOnly` (the command line, of
   * which several may run on one history) leaves alone what other processes have begun.
   */
  start(options?: { ownOnly?: boolean }): void;
  /**
   * Spends a unit. Resolves when the job was accepted, or may have been; throws AppError where it was not:
   * invalid_input with issues, file_missing, no_credential, and everything a server refuses with.
   */
  submit(submission: Submit, options?: SubmitOptions): Promise<{ jobId: string }>;
  /** The user waits no longer for the answer to a submission. Nothing happens to a job that is not being sent. */
  giveUp(id: string): void;
  /** Takes up a job that the server already has, by its name there; costs nothing. `input`: what polls need of it. */
  adopt(endpoint: string, remoteId: string, profile: JobProfile, input?: Record<string, unknown>): { jobId: string };
  list(query: JobQuery): JobListing;
  /** The job that a server calls so, where it is known here already. */
  idByRemote(provider: string, baseUrl: string, remoteId: string): string | undefined;
  byRemoteAnywhere: JobRepository['byRemoteAnywhere'];
  counts(): { needsYou: number; underWay: number };
  /** Units that jobs cost, by profile. */
  spent(): Record<string, number>;
  /** As of Watcher: fetches an ended job's files once more where they are missing, damaged or incomplete. */
  fetchAgain(id: string): Promise<void>;
  /** The computer has woken up. */
  wake(): void;
  /** When no submission waits for its answer; closing before that leaves it uncertain. */
  settled(): Promise<void>;
  close(): void;
}

/** ms after sending until a submission whose server answers at the end only is left to the queue. */
const PATIENCE_MS = 3000;

export type JobServiceDeps = WatcherDeps &
  SubmissionDeps & {
    /** Whether that very process runs. */
    isAlive(owner: ProcessName): boolean;
  };

/** Repeats of submissions carry uploads and take their time: questions do not wait behind them. */
function laneOf({ baseUrl, resend }: Scheduled): string {
  const host = /^\w+:\/\/([^/?#]+)/.exec(baseUrl)?.[1]?.toLowerCase() ?? baseUrl;
  return resend ? `${host} again` : host;
}

function filesIn(value: unknown): FileRef[] {
  if (isFileRef(value)) return [value];
  return Array.isArray(value) ? value.flatMap(filesIn) : [];
}

export function createJobService(deps: JobServiceDeps): JobService {
  const { repository, files, clock, onJobChanged } = deps;
  const own = new Set<string>();
  const submitting = new Set<Promise<unknown>>();
  let watchesAll = false;
  let closed = false;

  // an answer that comes after the end has no database to be written to
  const unlessClosed = <A extends unknown[]>(call: (...values: A) => void) => {
    return (...values: A): void => {
      if (!closed) call(...values);
    };
  };
  const guarded = {
    ...deps,
    onJobChanged: unlessClosed(onJobChanged),
    onJobFinished: unlessClosed(deps.onJobFinished),
  };
  const watcher = createWatcher(guarded);
  const submission = createSubmission({ ...guarded, onWrittenLate: unlessClosed(changed) });
  /** How often the key of an account has changed in this run. */
  const keyChanges = new Map<string, number>();
  const poller = createPoller({
    clock,
    log: deps.log,
    schedule: () =>
      repository
        .schedule()
        .filter(({ id }) => watchesAll || own.has(id))
        .map((entry) => ({ id: entry.id, at: entry.at, lane: laneOf(entry) })),
    allDue: () => repository.allDue(clock.now()),
    async look(id) {
      const job = repository.find(id);
      if (!job) return;
      const { profileId } = job;
      const changesBefore = keyChanges.get(profileId);
      await (job.state === 'sending' || isResendBlocked(job) ? submission.resend(id) : watcher.look(id));
      // the key was changed while the question that met the old one was under way
      if (!closed && keyChanges.get(profileId) !== changesBefore) actions.credentialChanged(profileId);
    },
  });

  function changed(id: string): void {
    poller.arm();
    onJobChanged(id);
  }

  const actions = createJobActions({ repository, clock, drop: watcher.drop, giveUp: submission.giveUp, changed });

  /** Resolves `begun` when the request has been under way for a while, and `ended` with its answer. */
  function begin(
    endpoint: Endpoint,
    input: Record<string, unknown>,
    profile: JobProfile,
    onPrepared?: (id: string) => void,
  ) {
    let cancel: (() => void) | undefined;
    let resolveBegun: (id: string) => void;
    const begun = new Promise<string>((resolve) => (resolveBegun = resolve));
    const ended = submission
      .send(
        endpoint,
        input,
        profile,
        (id) => {
          own.add(id);
          cancel = clock.after(PATIENCE_MS, () => {
            resolveBegun(id);
          });
        },
        onPrepared,
      )
      .finally(() => cancel?.());
    return { begun, ended };
  }

  function track(work: Promise<unknown>): void {
    const settled = work.catch(() => undefined).finally(() => submitting.delete(settled));
    submitting.add(settled);
  }

  async function submit(
    { endpoint: endpointId, input, profile }: Submit,
    { patient = false, onPrepared }: SubmitOptions,
  ): Promise<{ jobId: string }> {
    const endpoint = requireEndpoint(endpointId);
    if (!endpoint.job) throw wrongInput('endpoint', 'unknown_endpoint');
    const checked = validateInput(endpoint, input);
    if (!checked.ok) throw new AppError('invalid_input', { issues: checked.issues });
    for (const file of Object.values(checked.input).flatMap(filesIn)) {
      if (!(await files.has(file.$file))) throw new AppError('file_missing', { params: { name: file.name } });
    }
    const { begun, ended } = begin(endpoint, checked.input, profile, onPrepared);
    const armed = ended.finally(() => {
      if (!closed) poller.arm();
    });
    track(armed);
    const atEnd = endpoint.job.readAtOnce !== undefined && !patient;
    const jobId = await (atEnd ? Promise.race([begun, armed]) : armed);
    own.add(jobId);
    return { jobId };
  }

  return {
    start({ ownOnly = false } = {}) {
      watchesAll = !ownOnly;
      if (ownOnly) recoverAbandoned(deps, deps.isAlive);
      else recover(deps);
      poller.arm();
    },
    submit(order, options = {}) {
      const work = submit(order, options).catch((error: unknown) => {
        // the row stays `sending`, and reads as uncertain after the next start
        throw closed ? new AppError('canceled', { spent: 'maybe' }, { cause: error }) : error;
      });
      track(work);
      return work;
    },
    giveUp: submission.giveUp,
    adopt(endpointId, remoteId, profile, input = {}) {
      if (climbs(remoteId)) throw wrongInput('remoteId', 'dots_only');
      const { id: endpoint, provider } = requireEndpoint(endpointId);
      const account = { profileId: profile.id, profileName: profile.name, baseUrl: profile.baseUrl };
      const nothing = { input, idempotencyKey: '', searchText: '' };
      const { id } = repository.create({
        ...{ id: randomUUID(), endpoint, provider, title: remoteId, remoteId },
        ...account,
        ...nothing,
      });
      own.add(id);
      changed(id);
      return { jobId: id };
    },
    list: repository.list,
    idByRemote: repository.idByRemote,
    byRemoteAnywhere: repository.byRemoteAnywhere,
    counts: repository.counts,
    spent: repository.spent,
    ...actions,
    credentialChanged(profileId) {
      keyChanges.set(profileId, (keyChanges.get(profileId) ?? 0) + 1);
      actions.credentialChanged(profileId);
    },
    fetchAgain: watcher.fetchAgain,
    ...createJobFollowing({ repository, clock, isAlive: deps.isAlive, own, drop: watcher.drop, changed }),
    wake: poller.wake,
    async settled() {
      await Promise.all(submitting);
    },
    close() {
      closed = true;
      submission.close();
      poller.stop();
      watcher.dropAll();
    },
  };
}
