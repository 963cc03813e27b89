import type { Submit } from '../main/jobs/job-service';
import type { Services } from '../main/services';
import { AppError } from '../shared/app-error';
import { untilAborted } from './or-interrupted';
import type { Terminal } from './terminal';
import type { Words } from './words';

/**
 * ms that an interrupted submission waits for its answer: it holds the task's id, and PaperBanana has no other way to
 * it. As long as the window waits when it is closed.
 */
const GRACE_MS = 3000;
/** ms to write down that nothing was heard. */
const SETTLING_MS = 2000;

interface Surroundings {
  services: Services;
  terminal: Terminal;
  words: Words;
}

const wait = (ms: number): Promise<'late'> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve('late');
    }, ms).unref();
  });

/**
 * Submits, and gives the job's id where the job was accepted or may have been. When the program is told to end
 * meanwhile, the answer is waited for a little longer; then the row says honestly that nobody knows. Throws as `submit`
 * does, and `canceled` where not even that could be written.
 */
export async function submitJob(order: Submit, { services, terminal, words }: Surroundings): Promise<string> {
  let prepared: string | undefined;
  const submitted = services.jobs.submit(order, {
    patient: true,
    onPrepared(id) {
      prepared = id;
    },
  });
  const settled = submitted.then(
    () => 'settled' as const,
    () => 'settled' as const,
  );
  await Promise.race([settled, untilAborted(terminal.interrupted)]);
  if (terminal.interrupted.aborted && prepared !== undefined) {
    const id = prepared;
    const quick = await Promise.race([settled, wait(50)]);
    if (quick === 'late') {
      terminal.say(`plantain: ${words.t('cli.job.stopping', { seconds: GRACE_MS / 1000 })}`);
      if ((await Promise.race([settled, wait(GRACE_MS)])) === 'late') services.jobs.giveUp(id);
    }
    if ((await Promise.race([settled, wait(SETTLING_MS)])) === 'late') {
      const left = services.jobs.get(id).state !== 'prepared';
      throw new AppError('canceled', { spent: left ? 'maybe' : 'no', params: { jobId: id } });
    }
  }
  return (await submitted).jobId;
}
