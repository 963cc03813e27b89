import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';
import type { JobRepository } from './job-repository';

/**
 * Puts right what the last run left, however it ended. `prepared`: nothing had left this computer, so nothing was
 * spent. `sending`: the request may have arrived, and only the user can find out. The rest is asked about at once.
 */
export function recover(deps: { repository: JobRepository; clock: Clock; log: Log }): void {
  const { repository, clock, log } = deps;
  const unsent = repository.idsIn('prepared');
  const unsure = repository.idsIn('sending');
  for (const id of unsent) {
    const { data } = new AppError('not_sent');
    const patch = { error: data, units: 0, finishedAt: clock.now(), seen: false };
    repository.move(id, 'failed', patch, { kind: 'not_sent' });
  }
  for (const id of unsure) {
    const { data } = new AppError('uncertain', { spent: 'maybe', params: { cause: 'ended' } });
    repository.move(id, 'uncertain', { error: data, seen: false }, { kind: 'uncertain' });
  }
  repository.allDue(clock.now());
  if (unsent.length + unsure.length > 0)
    log.warn('the last run ended early', { unsent: unsent.length, unsure: unsure.length });
}
