import type { Job } from '../shared/job';
import { isWatched } from '../shared/job';
import { untilAborted } from './or-interrupted';
import type { Session } from './open-session';
import type { Terminal } from './terminal';
import type { Words } from './words';

/** ms that a command stays for the first answers about jobs that are not its own. */
const PATIENCE_MS = 5000;

interface Surroundings {
  terminal: Terminal;
  words: Words;
}

/** True once a job that was taken up has been asked about, and will not be again at once. */
function isAsked({ state, nextPollAt, error }: Job): boolean {
  // on its way again: the answer to that is what is waited for
  if (state === 'sending') return (nextPollAt ?? 0) > Date.now();
  if (!isWatched(state)) return true;
  return (nextPollAt ?? 0) > Date.now() && (state !== 'collecting' || error !== null);
}

/** Resolves when each of these jobs has been asked about, or the program is told to end. */
export async function untilAsked(
  { services, onChanged }: Pick<Session, 'services' | 'onChanged'>,
  ids: readonly string[],
  interrupted: AbortSignal,
): Promise<void> {
  const open = new Set(ids);
  await new Promise<void>((resolve) => {
    const stop = onChanged(look);
    function look(): void {
      for (const id of open) if (isAsked(services.jobs.get(id))) open.delete(id);
      if (open.size > 0 && !interrupted.aborted) return;
      stop();
      resolve();
    }
    void untilAborted(interrupted).then(look);
    look();
  });
}

/** The jobs that a command line which was killed has left: followed beside the command's own work. */
export interface LeftJobs {
  ids: readonly string[];
  /** Stays a little for their answers, and says what has become of each. */
  settle(): Promise<void>;
}

export function takeUpLeft(session: Session, { terminal, words: { t } }: Surroundings): LeftJobs {
  const { services, mayFollow } = session;
  const ids = services.jobs.takeUp({ may: mayFollow });
  const asked = untilAsked(session, ids, terminal.interrupted);
  const sayOf = (id: string): void => {
    const { state, remoteId, assets } = services.jobs.get(id);
    const name = { job: id, task: remoteId ?? '-', state: t(`jobs.state.${state}`) };
    const files = assets.map(({ sha256 }) => services.files.path(sha256));
    terminal.say(`plantain: ${[t('cli.job.takenUp', name), ...files].join(' ')}`);
  };
  return {
    ids,
    async settle() {
      if (ids.length === 0) return;
      await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
      for (const id of ids) sayOf(id);
    },
  };
}
