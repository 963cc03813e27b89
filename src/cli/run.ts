import { DatabaseTooNewError } from '../main/jobs/migrations';
import { AppError, type AppErrorData, type ErrorCode } from '../shared/app-error';
import { type Arguments, parseArguments } from './arguments';
import { BadCall } from './bad-call';
import { callEndpoint } from './command-call';
import { endpointsAsJson, endpointsAsTable } from './command-endpoints';
import { compose } from './compose';
import { userDataFolder } from './data-folder';
import { helpText, programVersion } from './help';
import { guardedTerminal, interruptedStatus, type Terminal } from './terminal';
import { jsonText } from './visible';
import { createWords, type Words } from './words';

/** What is wrong with the call itself, found before anything was sent. */
const BAD_INPUT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid_input',
  'file_missing',
  'file_empty',
  'file_too_large',
  'not_a_pdf',
  'not_an_image',
  'pdf_encrypted',
  'image_unsupported',
  'image_damaged',
  'image_too_large',
  'svg_external',
  'figure_too_large',
  'figure_too_coarse',
]);

async function obey(command: Arguments, terminal: Terminal, words: Words): Promise<number> {
  switch (command.kind) {
    case 'help':
      await terminal.write(helpText(words, command.endpoint));
      return 0;
    case 'version':
      await terminal.write(`${programVersion()}\n`);
      return 0;
    case 'endpoints':
      await terminal.write(command.json ? endpointsAsJson(words) : endpointsAsTable(words));
      return 0;
    case 'compose':
      return compose(command, { terminal, words });
    case 'listen':
      return (await import('./command-listen')).listen(command, { terminal, words });
    case 'call':
      return callEndpoint(command, { terminal, words });
    case 'jobs':
      return (await import('./command-jobs')).runJobs(command, { terminal, words });
    default:
      return command satisfies never;
  }
}

/** Of an error that came after the acceptance: the job, here and at the server. */
function withNames({ params }: AppErrorData, t: Words['t']): string {
  const { taskId = params?.['remoteId'], jobId } = params ?? {};
  return [
    taskId === undefined ? '' : t('cli.job.task', { task: String(taskId) }),
    jobId === undefined ? '' : t('cli.job.here', { job: String(jobId) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The failure as the program's own kind of error, the line for people, and the exit status. */
function judge(error: unknown, { terminal, words }: { terminal: Terminal; words: Words }) {
  const { t } = words;
  if (error instanceof BadCall) {
    const line = t(`cli.bad.${error.key}`, error.values);
    return { data: new AppError('invalid_input', { detail: line }).data, line, status: 2 };
  }
  if (error instanceof DatabaseTooNewError) {
    const line = t('cli.error.tooNew', { folder: userDataFolder(terminal.env) });
    return { data: new AppError('disk_error', { detail: line }).data, line, status: 1 };
  }
  if (error instanceof AppError) {
    const { data } = error;
    const isBadCall = BAD_INPUT.has(error.code) && data.status === undefined && data.spent === 'no';
    if (error.code === 'canceled') {
      const key = data.spent === 'no' ? 'cli.job.interruptedBefore' : 'cli.job.interruptedSending';
      return { data, line: t(key), status: interruptedStatus(terminal.interrupted) };
    }
    return { data, line: [words.error(data), withNames(data, t)].filter(Boolean).join(' '), status: isBadCall ? 2 : 1 };
  }
  const detail = error instanceof Error ? error.message : String(error);
  const { data } = new AppError('internal', { detail });
  return { data, line: words.error(data), status: 1 };
}

/**
 * The command line as a function: arguments in, exit status out. Errors go to standard error as one line; with
 * --json also to standard output, as `{"error": {"code": …, "message": …}}`.
 */
export async function run(args: readonly string[], plain: Terminal): Promise<number> {
  const terminal = guardedTerminal(plain);
  const words = createWords(terminal.env);
  try {
    const status = await obey(parseArguments(args), terminal, words);
    return status === 0 ? statusOfOutput(terminal, words) : status;
  } catch (error) {
    const { data, line, status } = judge(error, { terminal, words });
    if (args.includes('--json')) {
      // what listens writes lines, and whoever reads them waits for one
      const indent = args[0] === 'webhooks' ? 0 : 2;
      const { taskId = data.params?.['remoteId'], jobId } = data.params ?? {};
      const names = { ...(taskId !== undefined && { taskId }), ...(jobId !== undefined && { jobId }) };
      await terminal.write(jsonText({ ...names, error: { ...data, message: line } }, indent));
    }
    terminal.say(`plantain: ${line}`);
    return status;
  }
}

/** Whoever has closed a pipe has read enough; what could not be written for another reason was not delivered. */
function statusOfOutput({ outClosed, say }: Terminal, { t }: Words): number {
  const code = outClosed.aborted ? String(outClosed.reason) : 'EPIPE';
  if (code === 'EPIPE') return 0;
  say(`plantain: ${t('cli.error.outputLost', { reason: code })}`);
  return 1;
}
