import { AppError } from '../../shared/app-error';
import { findEndpoint } from '../../shared/endpoints/index';
import { WATCHED_STATES } from '../../shared/job';
import type { ProcessName } from './process-birth';
import type { OwnedJob } from './job-ownership';
import { mayResend } from './resend';
import { createOutcomes, type OutcomeDeps } from './submission-outcome';

type RecoveryDeps = OutcomeDeps;

/** The longest that a submission can be under way: the time-out of the slowest endpoint, with room. */
const LONGEST_SENDING_MS = 60 * 60_000;

function neverSent({ repository, clock }: RecoveryDeps, ids: readonly string[]): void {
  for (const id of ids) {
    const { data } = new AppError('not_sent');
    const patch = { error: data, units: 0, finishedAt: clock.now(), seen: false };
    repository.move(id, 'failed', patch, { kind: 'not_sent' });
  }
}

/** What came before the end, where something came, and what it says. */
function keptOf({ repository, provider }: RecoveryDeps, id: string) {
  const endpoint = findEndpoint(repository.find(id)?.endpoint ?? '');
  const answer = repository.submissionAnswer(id);
  if (!answer || !endpoint?.job) return undefined;
  return { endpoint, status: answer.status, ...provider.understand(endpoint, answer) };
}

/** Takes up those whose answer came and was not understood any more. Gives the others. */
function acceptKept(deps: RecoveryDeps, ids: readonly string[]): string[] {
  const outcomes = createOutcomes(deps);
  return ids.filter((id) => {
    const kept = keptOf(deps, id);
    if (kept?.accepted) outcomes.accepted(id, kept.endpoint, kept.accepted);
    return !kept?.accepted;
  });
}

function unsure(deps: RecoveryDeps, ids: readonly string[]): void {
  const outcomes = createOutcomes(deps);
  for (const id of ids) {
    const kept = keptOf(deps, id);
    const told = kept && { status: kept.status, raw: kept.raw };
    outcomes.uncertain(id, new AppError('uncertain', { spent: 'maybe', params: { cause: 'ended' }, ...told }).data);
  }
}

/**
 * Puts right what the last run left, however it ended. `prepared`: nothing had left this computer, so nothing was
 * spent. `sending`: the request may have arrived; where the server tells repeats by their key it is sent again, else
 * only the user can find out. The rest is asked about at once.
 */
export function recover(deps: RecoveryDeps): void {
  const { repository, clock, log } = deps;
  const unsent = repository.idsIn('prepared');
  const sending = acceptKept(deps, repository.idsIn('sending'));
  const repeatable = (id: string): boolean => {
    const endpoint = findEndpoint(repository.find(id)?.endpoint ?? '');
    return endpoint !== undefined && mayResend(endpoint);
  };
  neverSent(deps, unsent);
  unsure(
    deps,
    sending.filter((id) => !repeatable(id)),
  );
  for (const id of sending.filter(repeatable)) repository.move(id, 'sending', { nextPollAt: clock.now() });
  repository.allDue(clock.now());
  if (unsent.length + sending.length > 0)
    log.warn('the last run ended early', { unsent: unsent.length, unsure: sending.length });
}

/**
 * The same for a history on which several processes work (the command line): only what belongs to none that runs.
 * Nothing is sent again, for the key of that call is not known to this one.
 */
export function recoverAbandoned(deps: RecoveryDeps, isAlive: (owner: ProcessName) => boolean): void {
  const { repository, clock } = deps;
  const abandoned = (state: 'prepared' | 'sending'): string[] =>
    repository.ownership
      .list([state])
      .filter(({ owner, createdAt }) => !mayLive(owner, clock.now() - createdAt, isAlive))
      .map(({ id }) => id);
  neverSent(deps, abandoned('prepared'));
  unsure(deps, acceptKept(deps, abandoned('sending')));
}

/** An id without a birth may be another's by now: after an hour no process sends any more. */
function mayLive(owner: ProcessName | null, age: number, isAlive: (owner: ProcessName) => boolean): boolean {
  if (owner === null) return age < LONGEST_SENDING_MS;
  return isAlive(owner) && (owner.birth !== null || age < LONGEST_SENDING_MS);
}

/** How long a job without a birth is believed to be followed by the process of its id. */
const LONGEST_FOLLOWING_MS = 24 * 60 * 60_000;

/** Watched jobs that a process has left without a word: it was killed, or the power failed. */
export function abandonedJobs(
  { repository, clock }: Pick<RecoveryDeps, 'repository' | 'clock'>,
  isAlive: (owner: ProcessName) => boolean,
): (OwnedJob & { owner: ProcessName })[] {
  return repository.ownership.list(WATCHED_STATES).flatMap(({ owner, ...job }) => {
    if (owner === null) return [];
    const believed = owner.birth !== null || clock.now() - job.createdAt < LONGEST_FOLLOWING_MS;
    return isAlive(owner) && believed ? [] : [{ ...job, owner }];
  });
}
