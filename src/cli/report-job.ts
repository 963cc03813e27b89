import type { AppErrorData } from '../shared/app-error';
import { AppError } from '../shared/app-error';
import { requireEndpoint } from '../shared/endpoints/index';
import type { Job, JobDetail } from '../shared/job';
import { isWatched } from '../shared/job';
import { quotedIfNeeded } from '../shared/shell-quote';
import { interruptedStatus, type Terminal } from './terminal';
import { isPlain, jsonText } from './visible';
import type { Words } from './words';

export interface Outcome {
  job: JobDetail;
  /** Where its files lie, in the order of its assets. */
  paths: readonly string[];
  /** Ctrl+C came before the end. */
  interrupted: boolean;
  /** Why the files could not be written where they were wanted; they lie in the store then. */
  unwritten?: AppErrorData | undefined;
}

/** How the job was asked about, and how it is told. */
export interface Report {
  /** The endpoint that was called; the job's own where it was not called here. */
  endpoint: string;
  baseUrl: string | undefined;
  demo: boolean;
  json: boolean;
  terminal: Terminal;
  words: Words;
}

/** The command that goes on with a job. By its id here it needs no quotes, and spends nothing whatever it meets. */
const waitAgain = ({ id }: Job, demo: boolean): string => `plantain jobs wait ${id}${demo ? ' --demo' : ''}`;

/**
 * The command that asks about the job again, as a shell takes it; by the server's name of the job where that can be
 * shown and copied.
 */
function lookAgain(job: JobDetail, { demo, baseUrl }: Pick<Report, 'demo' | 'baseUrl'>): string {
  const { endpoint, remoteId, input } = job;
  const spec = requireEndpoint(endpoint).job;
  if (spec === undefined || remoteId === null) return waitAgain(job, demo);
  const fields = Object.entries(spec.pollInput(remoteId, input)).filter(([, value]) => value !== undefined);
  const set = fields.flatMap(([field, value]) => ['--set', `${field}=${String(value)}`]);
  const options = [...(demo ? ['--demo'] : []), ...(baseUrl === undefined ? [] : ['--base-url', baseUrl])];
  const words = ['plantain', 'call', spec.pollEndpoint, ...set, ...options, '--wait'];
  return words.every(isPlain) ? words.map(quotedIfNeeded).join(' ') : waitAgain(job, demo);
}

/** A job as scripts get it, from `call` and `jobs` alike. */
export function jobFacts({ job, paths }: Pick<Outcome, 'job' | 'paths'>, endpoint: string) {
  const files = job.assets.map((asset, index) => ({ path: paths[index] ?? '', ...asset }));
  const { state, remoteId: taskId, id: jobId, units, description } = job;
  return { state, endpoint, taskId, jobId, units, description, files };
}

/**
 * Why the outcome is not a good one; null where it is. A job that is not waited for is good once accepted: one that
 * is still to be sent again was not.
 */
export function problemOf({ job, unwritten }: Pick<Outcome, 'job' | 'unwritten'>): AppErrorData | null {
  switch (job.state) {
    case 'sending':
    case 'uncertain':
    case 'blocked':
    case 'failed':
      return job.error ?? new AppError('internal').data;
    default:
      return unwritten ?? null;
  }
}

/** What becomes of a job that this command leaves, and how to go on: a sentence or two. */
function wayOn({ job, interrupted }: Outcome, report: Report): string {
  const { t } = report.words;
  if (job.state === 'uncertain' || job.state === 'sending')
    return t('cli.job.findOut', { job: job.id, demo: report.demo ? ' --demo' : '' });
  if (job.state !== 'blocked' && !(interrupted && isWatched(job.state))) return '';
  return t('cli.job.lookAgain', { command: lookAgain(job, report) });
}

const sentences = (...parts: string[]): string => parts.filter(Boolean).join(' ');

/** Where the files of a job lie that could not be told or written as was wished. */
function whereabouts({ job, paths }: Outcome, { words: { t } }: Report): string {
  const task = job.remoteId === null ? '' : t('cli.job.task', { task: job.remoteId });
  return sentences(task, ...paths.map((file) => t('cli.job.liesIn', { file })));
}

/** Tells how a job stands, to people or to a script, and gives the exit status. */
export async function reportJob(outcome: Outcome, report: Report): Promise<number> {
  const { interrupted } = outcome;
  const { json, terminal, words } = report;
  const problem = problemOf(outcome);
  if (json) {
    const error = problem && { ...problem, message: words.error(problem) };
    await terminal.write(jsonText({ ...jobFacts(outcome, report.endpoint), ...(error && { error }) }));
  }
  const status = await tell(outcome, problem, report);
  // the outcome is told somewhere, also where nobody reads it on standard output any more
  if (terminal.outClosed.aborted && !problem && !interrupted) {
    terminal.say(`plantain: ${sentences(words.t('cli.job.untold'), whereabouts(outcome, report))}`);
  }
  return status;
}

async function tell(outcome: Outcome, problem: AppErrorData | null, report: Report): Promise<number> {
  const { job, paths, interrupted } = outcome;
  const { json, terminal, words } = report;
  const { t } = words;
  const say = (...parts: string[]): void => {
    terminal.say(`plantain: ${sentences(...parts)}`);
  };
  const on = wayOn(outcome, report);
  const stopped = interruptedStatus(terminal.interrupted);
  if (interrupted && (job.state === 'sending' || job.error?.code === 'given_up')) {
    say(t('cli.job.interruptedSending'), on);
    return stopped;
  }
  if (problem) {
    const where = outcome.unwritten ? whereabouts(outcome, report) : '';
    say(words.error(problem), where, on);
    return interrupted ? stopped : 1;
  }
  if (interrupted && isWatched(job.state)) {
    say(t('cli.job.interrupted'), on);
    return stopped;
  }
  // files were lost on the way, but what came is a result
  if (job.error) say(words.error(job.error));
  if (json) return 0;
  if (job.state !== 'done') {
    const again = t('cli.job.lookAgain', { command: lookAgain(job, report) });
    await terminal.write(`${t('cli.job.accepted', { task: job.remoteId ?? '' })}\n${again}\n`);
    return 0;
  }
  const description = job.description === null ? '' : `${job.description}\n`;
  await terminal.write(`${description}${paths.map((file) => `${t('cli.job.stored', { file })}\n`).join('')}`);
  return 0;
}
