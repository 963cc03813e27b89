import { AppError, type AppErrorData } from '../shared/app-error';
import type { Job, JobDetail } from '../shared/job';
import { isWatched, jobGroup } from '../shared/job';
import { BadCall } from './bad-call';
import { table } from './command-endpoints';
import { placeFiles, spentBy } from './finish-job';
import type { JobsArguments } from './jobs-arguments';
import { untilAsked } from './left-jobs';
import { openSession, type Session } from './open-session';
import { jobFacts, problemOf } from './report-job';
import { interruptedStatus, isChosenEnd, type Terminal } from './terminal';
import { jsonText } from './visible';
import { waitForJob } from './wait-for-job';
import type { Words } from './words';
import { prepareFolder } from './write-files';

interface Surroundings {
  terminal: Terminal;
  words: Words;
}

type Scene = Session & Surroundings & { command: JobsArguments };

/** `plantain jobs`. Resolves with the exit status; throws BadCall and AppError. */
export async function runJobs(command: JobsArguments, surroundings: Surroundings): Promise<number> {
  if (command.out !== undefined) prepareFolder(command.out);
  const session = await openSession(command, surroundings);
  try {
    const scene = { ...session, ...surroundings, command };
    if (command.command === 'list') return await list(scene);
    return await follow(scene, chosen(scene));
  } finally {
    session.services.close();
  }
}

const PAGE = 200;

function everyJob({ services }: Session, scope: 'open' | 'all'): Job[] {
  const found: Job[] = [];
  for (;;) {
    const before = found.at(-1)?.createdAt;
    const { jobs } = services.jobs.list({ scope, limit: PAGE, before });
    found.push(...jobs);
    if (jobs.length < PAGE) return found;
  }
}

const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

async function list(scene: Scene): Promise<number> {
  const { services, terminal, words, command } = scene;
  const jobs = everyJob(scene, command.all ? 'all' : 'open');
  const follower = ({ id }: Job): string => services.jobs.followerOf(id);
  if (command.json) {
    const rows = jobs.map((job) => {
      const { title, provider, baseUrl: server, profileName: account, error, createdAt, finishedAt } = job;
      const paths = job.assets.map(({ sha256 }) => services.files.path(sha256));
      return {
        ...jobFacts({ job: services.jobs.get(job.id), paths }, job.endpoint),
        title,
        provider,
        server,
        account,
        follower: follower(job),
        createdAt: moment(createdAt),
        finishedAt: moment(finishedAt),
        error: error && { ...error, message: words.error(error) },
      };
    });
    await terminal.write(jsonText({ jobs: rows }));
    return 0;
  }
  const { t } = words;
  if (jobs.length === 0) terminal.say(t(command.all ? 'cli.jobs.none' : 'cli.jobs.noneOpen'));
  else
    await terminal.write(
      table(
        jobs.map((job) => [
          job.id,
          job.remoteId ?? '-',
          moment(job.createdAt) ?? '',
          job.endpoint,
          `${t(`jobs.state.${job.state}`)} (${t(`cli.jobs.follower.${follower(job)}`)})`,
          job.title.replace(/\s+/g, ' ').slice(0, 60),
        ]),
      ),
    );
  return 0;
}

/** The jobs that were named, by their id here or at the server, else all that may be followed. Throws BadCall. */
function chosen(scene: Scene): string[] {
  const { command, services } = scene;
  const all = everyJob(scene, 'all');
  if (command.ids.length === 0)
    return all
      .filter(({ id, state }) => isWatched(state) && services.jobs.followerOf(id) !== 'window')
      .map(({ id }) => id);
  const ids = command.ids.map((name) => {
    const found = all.find(({ id, remoteId }) => id === name || remoteId === name);
    if (!found) throw new BadCall('job', { job: name });
    if (services.jobs.followerOf(found.id) === 'window')
      throw new BadCall('jobInWindow', { job: name, task: found.remoteId ?? '-' });
    return found.id;
  });
  for (const id of ids) wake(scene, id);
  return [...new Set(ids)];
}

/** A job that rests because nobody could or wanted to ask about it any more. Throws invalid_input. */
function wake({ services: { jobs }, command: { taskId } }: Scene, id: string): void {
  const { state, remoteId } = jobs.get(id);
  if (taskId !== undefined) jobs.resolve(id, taskId);
  else if ((state === 'unwatched' || state === 'failed') && remoteId !== null) jobs.watchAgain(id);
  else return;
  // whoever had it before had given it up
  jobs.release(id);
}

interface Outcome {
  job: JobDetail;
  paths: readonly string[];
  error: AppErrorData | null;
}

/** Asks about each job, once or until its end, and tells how each stands. */
async function follow(scene: Scene, ids: readonly string[]): Promise<number> {
  const { services, terminal, command, words } = scene;
  const { t } = words;
  if (ids.length === 0 && !command.json) terminal.say(t('cli.jobs.noneOpen'));
  const ours = services.jobs.takeUp({ ids, may: scene.mayFollow });
  // also before waiting: one that was blocked may not be any more
  await untilAsked(scene, ours, terminal.interrupted);
  if (command.command !== 'resume') await Promise.all(ids.map((id) => untilOver(scene, id)));
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    const outcome = await outcomeOf(scene, id);
    outcomes.push(outcome);
    if (!command.json) await tell(scene, outcome);
  }
  // whoever resumes has asked for a look; what is still under way is left as it was found
  if (isChosenEnd(terminal.interrupted))
    for (const id of ours) if (isWatched(services.jobs.get(id).state)) services.jobs.release(id);
  if (command.json)
    await terminal.write(
      jsonText({
        jobs: outcomes.map(({ job, paths, error }) => ({
          ...jobFacts({ job, paths }, job.endpoint),
          ...(error && { error: { ...error, message: words.error(error) } }),
        })),
      }),
    );
  // told somewhere, also where nobody reads it on standard output any more
  if (terminal.outClosed.aborted)
    for (const { job, paths } of outcomes) terminal.say(`plantain: ${[lineOf(job, words), ...paths].join(' ')}`);
  if (terminal.interrupted.aborted) return interruptedStatus(terminal.interrupted);
  return outcomes.some(({ error }) => error !== null) ? 1 : 0;
}

/** ms between two looks at a job that another command line follows. */
const GLANCE_MS = 500;

/** Waits until a job is over, whoever follows it, and follows it where its command line has ended. */
async function untilOver(scene: Scene, id: string): Promise<void> {
  const { services, onChanged, terminal, words, mayFollow } = scene;
  const { jobs } = services;
  for (;;) {
    if (jobs.followerOf(id) === 'this') {
      await waitForJob({ services, onChanged, terminal, words }, id);
      return;
    }
    const isForeign = jobGroup(jobs.get(id).state) === 'under-way' && jobs.followerOf(id) === 'another';
    if (!isForeign || terminal.interrupted.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
    jobs.takeUp({ ids: [id], may: mayFollow });
  }
}

async function outcomeOf(scene: Scene, id: string): Promise<Outcome> {
  const { services, command, words } = scene;
  const job = services.jobs.get(id);
  const { paths, unwritten } = await placeFiles(scene, job, command.out, words);
  const unasked = isWatched(job.state) && services.jobs.followerOf(id) === 'nobody';
  const noKey = unasked && !scene.mayFollow(job);
  const detail = words.t('cli.jobs.noKey', { account: job.profileName, server: job.baseUrl });
  const missing = noKey ? new AppError('no_credential', { detail, spent: spentBy(job) }).data : null;
  return { job, paths, error: problemOf({ job, unwritten }) ?? missing };
}

const lineOf = ({ id, remoteId, state }: Job, { t }: Words): string =>
  t('cli.jobs.line', { job: id, task: remoteId ?? '-', state: t(`jobs.state.${state}`) });

async function tell({ terminal, words }: Scene, { job, paths, error }: Outcome): Promise<void> {
  const { t } = words;
  await terminal.write(`${lineOf(job, words)}\n`);
  if (error) terminal.say(`plantain: ${job.id}: ${words.error(error)}`);
  await terminal.write(paths.map((file) => `${t('cli.job.stored', { file })}\n`).join(''));
}
