import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import { findEndpoint } from '../../shared/endpoints/index';
import type { Log } from '../../shared/log';
import type { JobRepository } from './job-repository';
import { mayResend } from './resend';

interface RecoveryDeps {
  repository: JobRepository;
  clock: Clock;
  log: Log;
}

/** The longest that a submission can be under way: the time-out of the slowest endpoint, with room. */
const LONGEST_SENDING_MS = 60 * 60_000;

function neverSent({ repository, clock }: RecoveryDeps, ids: readonly string[]): void {
  for (const id of ids) {
    const { data } = new AppError('not_sent');
    const patch = { error: data, units: 0, finishedAt: clock.now(), seen: false };
    repository.move(id, 'failed', patch, { kind: 'not_sent' });
  }
}

function unsure({ repository }: RecoveryDeps, ids: readonly string[]): void {
  for (const id of ids) {
    const { data } = new AppError('uncertain', { spent: 'maybe', params: { cause: 'ended' } });
    repository.move(id, 'uncertain', { error: data, seen: false, nextPollAt: null }, { kind: 'uncertain' });
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
  const sending = repository.idsIn('sending');
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
export function recoverAbandoned(deps: RecoveryDeps, isAlive: (pid: number) => boolean): void {
  const { repository, clock } = deps;
  const lives = (pid: number | null, createdAt: number): boolean =>
    pid === null ? clock.now() - createdAt < LONGEST_SENDING_MS : isAlive(pid);
  neverSent(deps, repository.abandoned('prepared', lives));
  unsure(deps, repository.abandoned('sending', lives));
}
