import type { AppErrorData } from '../shared/app-error';
import { AppError } from '../shared/app-error';
import type { JobDetail } from '../shared/job';
import { requireEndpoint } from '../shared/endpoints/index';
import type { CallArguments } from './arguments';
import type { Terminal } from './terminal';
import type { Words } from './words';

export const INTERRUPTED = 130;

export interface Outcome {
  job: JobDetail;
  /** Where its files lie, in the order of its assets. */
  paths: readonly string[];
  /** Ctrl+C came before the end. */
  interrupted: boolean;
}

/** The command that asks about the job again; null where the server's name of it is not known. */
function lookAgain({ endpoint, remoteId, input }: JobDetail, { demo, baseUrl }: CallArguments): string | null {
  const spec = requireEndpoint(endpoint).job;
  if (spec === undefined || remoteId === null) return null;
  const fields = Object.entries(spec.pollInput(remoteId, input)).filter(([, value]) => value !== undefined);
  const set = fields.map(([field, value]) => `--set ${field}=${String(value)}`).join(' ');
  const options = [demo ? ' --demo' : '', baseUrl === undefined ? '' : ` --base-url ${baseUrl}`].join('');
  return `${spec.pollEndpoint} ${set}${options}`;
}

function facts({ job, paths }: Outcome, { endpoint }: CallArguments) {
  const files = job.assets.map((asset, index) => ({ path: paths[index] ?? '', ...asset }));
  const { state, remoteId: taskId, id: jobId, units, description } = job;
  return { state, endpoint, taskId, jobId, units, description, files };
}

/**
 * Why the outcome is not a good one; null where it is. A job that is not waited for is good once accepted: one that
 * is still to be sent again was not.
 */
function problemOf({ job }: Outcome): AppErrorData | null {
  switch (job.state) {
    case 'sending':
    case 'uncertain':
    case 'blocked':
    case 'failed':
      return job.error ?? new AppError('internal').data;
    default:
      return null;
  }
}

/** Tells how a job stands, to people or to a script, and gives the exit status. */
export async function reportJob(
  outcome: Outcome,
  { call, terminal, words }: { call: CallArguments; terminal: Terminal; words: Words },
): Promise<number> {
  const { job, paths, interrupted } = outcome;
  const { t } = words;
  const problem = problemOf(outcome);
  const command = lookAgain(job, call);
  const again = command === null ? '' : t('cli.job.lookAgain', { command });
  if (call.json) {
    const error = problem && { ...problem, message: words.error(problem) };
    await terminal.write(`${JSON.stringify({ ...facts(outcome, call), ...(error && { error }) }, null, 2)}\n`);
  }
  if (interrupted && job.state === 'sending') {
    terminal.say(`plantain: ${t('cli.job.interruptedSending')}`);
    return INTERRUPTED;
  }
  if (problem) {
    terminal.say(`plantain: ${words.error(problem)}${job.state === 'blocked' && again ? ` ${again}` : ''}`);
    return 1;
  }
  if (interrupted) {
    terminal.say(`plantain: ${t('cli.job.interrupted')} ${again}`);
    return INTERRUPTED;
  }
  // files were lost on the way, but what came is a result
  if (job.error) terminal.say(`plantain: ${words.error(job.error)}`);
  if (call.json) return 0;
  if (job.state !== 'done') {
    await terminal.write(`${t('cli.job.accepted', { task: job.remoteId ?? '' })}\n${again}\n`);
    return 0;
  }
  const description = job.description === null ? '' : `${job.description}\n`;
  await terminal.write(`${description}${paths.map((file) => `${t('cli.job.stored', { file })}\n`).join('')}`);
  return 0;
}
