import { AppError, type AppErrorData, type Spent, toAppErrorData } from '../shared/app-error';
import type { Job, JobDetail } from '../shared/job';
import { isWatched } from '../shared/job';
import type { Session } from './open-session';
import { type Outcome, reportJob, type Report } from './report-job';
import { isChosenEnd } from './terminal';
import { jsonText } from './visible';
import { waitForJob } from './wait-for-job';
import { writeFiles } from './write-files';

/** What a job has cost, as an error tells it. */
export function spentBy({ units, state }: Pick<Job, 'units' | 'state'>): Spent {
  if (units === null) return state === 'prepared' ? 'no' : 'maybe';
  return units > 0 ? 'yes' : 'no';
}

/** Files of a job where they were wanted, else in the store with the reason. What was damaged there is fetched again. */
export async function placeFiles(
  session: Pick<Session, 'services' | 'mayFollow'>,
  job: JobDetail,
  out: string | undefined,
  words: Report['words'],
): Promise<Pick<Outcome, 'paths' | 'unwritten'>> {
  const { services } = session;
  const results = job.assets.map(({ sha256, format }) => ({ stored: services.files.path(sha256), format }));
  const stored = results.map((file) => file.stored);
  const damage = await damageOf(session, job);
  if (damage) return { paths: stored, unwritten: { ...damage, spent: spentBy(job) } };
  if (out === undefined) return { paths: stored };
  try {
    return { paths: await writeFiles(out, job.title, results, words.t) };
  } catch (error) {
    return { paths: stored, unwritten: { ...toAppErrorData(error), spent: spentBy(job) } };
  }
}

/** What is wrong with a job's stored files, after the server was asked for them once more: that costs nothing. */
async function damageOf(
  { services, mayFollow }: Pick<Session, 'services' | 'mayFollow'>,
  job: JobDetail,
): Promise<AppErrorData | undefined> {
  const { files, jobs } = services;
  const isSound = async (): Promise<boolean> => {
    for (const { sha256 } of job.assets) if (!(await files.has(sha256))) return false;
    return true;
  };
  if (isWatched(job.state) || (await isSound())) return undefined;
  try {
    if (mayFollow(job)) await jobs.fetchAgain(job.id);
  } catch {
    // why it did not come says less than that it is damaged here
  }
  return (await isSound()) ? undefined : new AppError('file_damaged').data;
}

interface Wish {
  waits: boolean;
  /** Says first that the server took it: whoever is killed while waiting has read the task's id. */
  announces: boolean;
  out: string | undefined;
}

/**
 * Waits for a job that the server has, writes its files and tells how it ended. Whatever breaks meanwhile, what is told
 * of it names the job, its task and what it cost.
 */
export async function finishJob(
  session: Session,
  id: string,
  { waits, announces, out }: Wish,
  report: Report,
): Promise<number> {
  const { services, onChanged } = session;
  const { terminal, words } = report;
  let known: JobDetail | undefined;
  try {
    known = services.jobs.get(id);
    if (announces && isWatched(known.state)) sayAccepted(known, report);
    const ended = waits ? await waitForJob({ services, onChanged, terminal, words }, id) : known;
    const job = ended ?? services.jobs.get(id);
    known = job;
    // a job that a person waits for no longer is nobody's; what a command leaves that was ended is the next one's
    const unfollowed = !waits || (ended === undefined && isChosenEnd(terminal.interrupted));
    if (unfollowed && isWatched(job.state)) services.jobs.release(id);
    const placed = await placeFiles(session, job, out, words);
    return await reportJob({ job, ...placed, interrupted: ended === undefined }, report);
  } catch (error) {
    throw told(error, known ?? { id, remoteId: null, units: null, state: 'queued' });
  }
}

/** The same error with what must not be lost with it. */
function told(error: unknown, job: Pick<Job, 'id' | 'remoteId' | 'units' | 'state'>): AppError {
  const data = toAppErrorData(error);
  const named = { jobId: job.id, ...(job.remoteId !== null && { taskId: job.remoteId }) };
  const detail = data.detail ?? (error instanceof Error ? error.message : undefined);
  return new AppError(
    data.code,
    { ...data, spent: spentBy(job), params: { ...data.params, ...named }, ...(detail !== undefined && { detail }) },
    { cause: error },
  );
}

/** One line at acceptance, for a script as JSON. */
function sayAccepted(job: Job, { json, terminal, words: { t }, endpoint }: Report): void {
  const { id: jobId, remoteId: taskId, units } = job;
  if (json) terminal.say(jsonText({ accepted: { endpoint, taskId, jobId, units } }, 0).trimEnd());
  else terminal.say(t('cli.job.acceptedAs', { task: taskId ?? '-', job: jobId }));
}
