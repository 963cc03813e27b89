import type { Services } from '../main/services';
import type { Job, JobDetail } from '../shared/job';
import { jobGroup } from '../shared/job';
import type { Terminal } from './terminal';
import type { Words } from './words';

export interface JobWait {
  services: Services;
  /** Tells of every change of every job. Returns the way to be told no more. */
  onChanged(listener: () => void): () => void;
  terminal: Terminal;
  words: Words;
}

/** Ended, or nothing more happens without somebody: a script must not hang on a key that is switched off. */
const isOver = ({ state }: Job): boolean => jobGroup(state) !== 'under-way';

/** Waits until a job is over, with its progress told to people. Undefined where Ctrl+C came first. */
export function waitForJob(
  { services, onChanged, terminal, words }: JobWait,
  id: string,
): Promise<JobDetail | undefined> {
  let told = '';
  const tell = ({ state, createdAt, error, nextPollAt }: Job): void => {
    const key = `${state} ${error?.code ?? ''}`;
    // trouble is told to logs of scripts too, where a server that stays away would else look like a hang
    if ((!error && !terminal.errIsTty) || key === told) return;
    told = key;
    const now = Date.now();
    const seconds = Math.max(0, Math.round((error ? (nextPollAt ?? now) - now : now - createdAt) / 1000));
    const trouble = error && { title: words.t(`errors.${error.code}.title`), seconds };
    const name = words.t(`jobs.state.${state}`);
    terminal.say(trouble ? words.t('cli.job.trouble', trouble) : words.t('cli.job.progress', { state: name, seconds }));
  };
  return new Promise((resolve) => {
    const end = (job: JobDetail | undefined): void => {
      stopListening();
      terminal.interrupted.removeEventListener('abort', giveUp);
      resolve(job);
    };
    const giveUp = (): void => {
      end(undefined);
    };
    const look = (): void => {
      const job = services.jobs.get(id);
      if (isOver(job)) end(job);
      else tell(job);
    };
    const stopListening = onChanged(look);
    terminal.interrupted.addEventListener('abort', giveUp);
    if (terminal.interrupted.aborted) giveUp();
    else look();
  });
}
