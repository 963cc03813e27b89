import { shortenBase64 } from '../main/http/shorten-base64';
import { AppError } from '../shared/app-error';
import { doubtsAbout, validateInput, type Endpoint, type JobSpec } from '../shared/endpoints/endpoint';
import { ENDPOINTS, findEndpoint } from '../shared/endpoints/index';
import { FROM_ENVIRONMENT, type Account } from './accounts';
import type { CallArguments } from './arguments';
import { BadCall } from './bad-call';
import { checkPdf } from './check-pdf';
import { gatherInput } from './gather-input';
import { openSession, type Session } from './open-session';
import { reportJob } from './report-job';
import type { Terminal } from './terminal';
import { waitForJob } from './wait-for-job';
import type { Words } from './words';
import { writeFiles } from './write-files';

export interface CallContext {
  terminal: Terminal;
  words: Words;
}

function chosenEndpoint(id: string): Endpoint {
  const endpoint = findEndpoint(id);
  if (endpoint) return endpoint;
  const near = ENDPOINTS.find(
    (one) => one.id.toLowerCase().endsWith(`.${id.toLowerCase()}`) || one.id.toLowerCase() === id.toLowerCase(),
  );
  throw near ? new BadCall('endpointNear', { endpoint: id, near: near.id }) : new BadCall('endpoint', { endpoint: id });
}

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

type Prepared = Omit<Session, 'account'> &
  CallContext & { account: Account; endpoint: Endpoint; call: CallArguments; input: Record<string, unknown> };

/** A key that was refused is looked for where it came from. */
function withVariable(error: unknown, account: Account | undefined, { t }: Words): unknown {
  if (!(error instanceof AppError) || error.code !== 'unauthorized' || account?.profile.id !== FROM_ENVIRONMENT)
    return error;
  const said = error.data.detail?.replace(/[^.!?。！？]$/u, '$&.');
  const detail = [said, t('cli.error.keyFrom', { variable: account.profile.name })].filter(Boolean).join(' ');
  return new AppError(error.code, { ...error.data, detail }, { cause: error });
}

/** `plantain call`. Resolves with the exit status; throws BadCall and AppError. */
export async function callEndpoint(call: CallArguments, context: CallContext): Promise<number> {
  const endpoint = chosenEndpoint(call.endpoint);
  const { terminal } = context;
  if (endpoint.answer.kind === 'binary' && call.out === undefined && !call.json && terminal.outIsTty)
    throw new BadCall('binary');
  const session = await openSession(endpoint, call, context);
  let account: Account | undefined;
  try {
    const { files } = session.services;
    const { readStandardInput } = terminal;
    const values = await gatherInput(endpoint, call, { files, maxFileBytes: session.maxFileBytes, readStandardInput });
    const checked = validateInput(endpoint, values);
    if (!checked.ok) throw new AppError('invalid_input', { issues: checked.issues });
    for (const { code, params } of doubtsAbout(endpoint, checked.input))
      terminal.say(`plantain: ${context.words.t(`rules.${code}`, params)}`);
    await checkPdf(endpoint, checked.input, files.path);
    account = await session.account();
    const prepared = { ...session, ...context, account, endpoint, call, input: checked.input };
    if (endpoint.job) return await submitJob(prepared);
    if (endpoint.answer.kind === 'binary') return await download(prepared);
    return await plainCall(prepared);
  } catch (error) {
    throw withVariable(error, account, context.words);
  } finally {
    session.services.close();
  }
}

async function submitJob(prepared: Prepared): Promise<number> {
  const { services, endpoint, input, account, call, terminal } = prepared;
  const submitted = services.jobs.submit({ endpoint: endpoint.id, input, profile: account.profile }, { patient: true });
  const { jobId } = await orInterrupted(submitted, terminal.interrupted);
  const waits = call.wait || call.out !== undefined;
  // the demo server is done at once
  if (waits && call.demo) services.jobs.lookNow(jobId);
  return finish(prepared, jobId, waits);
}

/** An interrupted submission is not waited for: its row stays `sending`, which reads as "may have been accepted". */
async function orInterrupted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const interrupted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new AppError('canceled', { spent: 'maybe' }));
    });
  });
  return Promise.race([work, interrupted]);
}

async function finish(prepared: Prepared, jobId: string, waits: boolean): Promise<number> {
  const { services, call, words, terminal } = prepared;
  const job = waits ? await waitForJob(prepared, jobId) : services.jobs.get(jobId);
  const ended = job ?? services.jobs.get(jobId);
  const stored = ended.assets.map(({ sha256, format }) => ({ stored: services.files.path(sha256), format }));
  const paths = call.out === undefined ? undefined : await writeFiles(call.out, ended.title, stored, words.t);
  const interrupted = job === undefined;
  return reportJob(
    { job: ended, paths: paths ?? stored.map((file) => file.stored), interrupted },
    { call, terminal, words },
  );
}

/** The job behind a question about a task, where --wait or --out want more than the answer of now. */
function jobEndpointFor(pollEndpoint: Endpoint): Endpoint | undefined {
  return ENDPOINTS.find(({ job }) => job?.pollEndpoint === pollEndpoint.id);
}

/** The field of a question that names the job: the one where `pollInput` puts the name. */
function remoteIdIn(job: JobSpec, input: Record<string, unknown>): unknown {
  const name = 'the name';
  const [field = ''] = Object.entries(job.pollInput(name, {})).find(([, value]) => value === name) ?? [];
  return input[field];
}

async function plainCall(prepared: Prepared): Promise<number> {
  const { services, endpoint, input, account, call, terminal } = prepared;
  const { answer } = await services.call({ endpoint: endpoint.id, input, profile: account.profile });
  const submission = jobEndpointFor(endpoint);
  // the first answer has told whether the task exists at all
  const remoteId = submission?.job && remoteIdIn(submission.job, input);
  if (submission && typeof remoteId === 'string' && (call.wait || call.out !== undefined)) {
    const { jobId } = services.jobs.adopt(submission.id, remoteId, account.profile, input);
    return finish(prepared, jobId, true);
  }
  // a script gets the answer as it came; a person no pages of base64
  if (answer !== null) await terminal.write(call.json ? asText(answer) : shortenBase64(asText(answer)));
  return 0;
}

async function download(prepared: Prepared): Promise<number> {
  const { services, endpoint, input, account, call, terminal, words, maxFileBytes } = prepared;
  const { body } = await services.download({ endpoint: endpoint.id, input, profile: account.profile });
  const { sha256, bytes, kind } = await services.files.write(body, { maxBytes: maxFileBytes });
  if (call.out === undefined && call.json) {
    await terminal.write(asText({ files: [{ path: services.files.path(sha256), sha256, bytes, ...kind }] }));
    return 0;
  }
  if (call.out === undefined) {
    await terminal.write(await services.files.read(sha256));
    return 0;
  }
  const title = endpoint.historyTitle(input) ?? endpoint.id;
  const file = { stored: services.files.path(sha256), format: kind.format };
  const [path = ''] = await writeFiles(call.out, title, [file], words.t);
  await terminal.write(call.json ? asText({ files: [{ path, sha256, bytes, ...kind }] }) : `${path}\n`);
  return 0;
}
