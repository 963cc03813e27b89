import { shortenBase64 } from '../main/http/shorten-base64';
import { AppError } from '../shared/app-error';
import { doubtsAbout, validateInput, type Endpoint, type JobSpec } from '../shared/endpoints/endpoint';
import { ENDPOINTS, findEndpoint } from '../shared/endpoints/index';
import { isEnvironmentAccount } from '../main/credentials/environment-key';
import { isWatched } from '../shared/job';
import type { Account } from './accounts';
import type { CallArguments } from './arguments';
import { BadCall } from './bad-call';
import { checkPdf } from './check-pdf';
import { gatherInput } from './gather-input';
import { finishJob } from './finish-job';
import { takeUpLeft, untilAsked } from './left-jobs';
import { openSession, type Session } from './open-session';
import { orInterrupted } from './or-interrupted';
import type { Report } from './report-job';
import { submitJob } from './submit-job';
import type { Terminal } from './terminal';
import { jsonText } from './visible';
import type { Words } from './words';
import { prepareFolder, writeFiles } from './write-files';

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

interface Prepared extends Session, CallContext {
  whose: Account;
  endpoint: Endpoint;
  call: CallArguments;
  input: Record<string, unknown>;
}

/** A key that was refused is looked for where it came from. */
function withVariable(error: unknown, account: Account | undefined, { t }: Words): unknown {
  if (
    !(error instanceof AppError) ||
    error.code !== 'unauthorized' ||
    !account ||
    !isEnvironmentAccount(account.profile.id)
  )
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
  if (call.out !== undefined) prepareFolder(call.out);
  const session = await openSession(call, context);
  const left = takeUpLeft(session, context);
  let account: Account | undefined;
  try {
    const { files } = session.services;
    const { readStandardInput } = terminal;
    const gathered = gatherInput(endpoint, call, { files, maxFileBytes: session.maxFileBytes, readStandardInput });
    const values = await orInterrupted(gathered, terminal.interrupted);
    const checked = validateInput(endpoint, values);
    if (!checked.ok) throw new AppError('invalid_input', { issues: checked.issues });
    for (const { code, params } of doubtsAbout(endpoint, checked.input))
      terminal.say(`plantain: ${context.words.t(`rules.${code}`, params)}`);
    await checkPdf(endpoint, checked.input, files.path);
    account = await orInterrupted(session.account(endpoint, call.baseUrl), terminal.interrupted);
    const prepared = { ...session, ...context, whose: account, endpoint, call, input: checked.input };
    if (endpoint.job) return await submit(prepared);
    if (endpoint.answer.kind === 'binary') return await download(prepared);
    return await plainCall(prepared);
  } catch (error) {
    throw withVariable(error, account, context.words);
  } finally {
    await left.settle();
    session.services.close();
  }
}

async function submit(prepared: Prepared): Promise<number> {
  const { services, endpoint, input, whose, call, terminal } = prepared;
  const jobId = await submitJob({ endpoint: endpoint.id, input, profile: whose.profile }, prepared);
  // an interrupted one is told as such, with what the answer brought
  const waits = call.wait || call.out !== undefined || terminal.interrupted.aborted;
  // the demo server is done at once
  if (waits && call.demo) services.jobs.lookNow(jobId);
  // without waiting the acceptance is the outcome itself
  return finish(prepared, jobId, { waits, announces: waits });
}

const reportOf = ({ call, terminal, words }: Prepared): Report => ({
  endpoint: call.endpoint,
  baseUrl: call.baseUrl,
  demo: call.demo,
  json: call.json,
  terminal,
  words,
});

const finish = (prepared: Prepared, jobId: string, how: { waits: boolean; announces: boolean }): Promise<number> =>
  finishJob(prepared, jobId, { ...how, out: prepared.call.out }, reportOf(prepared));

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

/** The job's row: one that a command line has left where there is such, lest a task is followed twice. */
async function followedAs(prepared: Prepared, submission: Endpoint, remoteId: string): Promise<string> {
  const { services, whose, input, mayFollow, terminal } = prepared;
  const { jobs } = services;
  const known = jobs.idByRemote(submission.provider, whose.profile.baseUrl, remoteId);
  if (known !== undefined && isWatched(jobs.get(known).state)) {
    await untilAsked(prepared, jobs.takeUp({ ids: [known], may: mayFollow }), terminal.interrupted);
    if (jobs.followerOf(known) === 'this') return known;
  }
  return jobs.adopt(submission.id, remoteId, whose.profile, input).jobId;
}

async function plainCall(prepared: Prepared): Promise<number> {
  const { services, endpoint, input, whose, call, terminal } = prepared;
  const asked = services.call({ endpoint: endpoint.id, input, profile: whose.profile });
  const { answer } = await orInterrupted(asked, terminal.interrupted);
  const submission = jobEndpointFor(endpoint);
  // the first answer has told whether the task exists at all
  const remoteId = submission?.job && remoteIdIn(submission.job, input);
  if (submission && typeof remoteId === 'string' && (call.wait || call.out !== undefined)) {
    return finish(prepared, await followedAs(prepared, submission, remoteId), { waits: true, announces: false });
  }
  // a script gets the answer as it came; a person no pages of base64
  if (answer !== null) await terminal.write(call.json ? jsonText(answer) : shortenBase64(jsonText(answer)));
  return 0;
}

async function download(prepared: Prepared): Promise<number> {
  const { services, endpoint, input, whose, call, terminal, words, maxFileBytes } = prepared;
  const opened = services.download({ endpoint: endpoint.id, input, profile: whose.profile });
  const { body } = await orInterrupted(opened, terminal.interrupted);
  const written = services.files.write(body, { maxBytes: maxFileBytes });
  const { sha256, bytes, kind } = await orInterrupted(written, terminal.interrupted);
  if (call.out === undefined && call.json) {
    await terminal.write(jsonText({ files: [{ path: services.files.path(sha256), sha256, bytes, ...kind }] }));
    return 0;
  }
  if (call.out === undefined) {
    await terminal.write(await services.files.read(sha256));
    return 0;
  }
  const title = endpoint.historyTitle(input) ?? endpoint.id;
  const file = { stored: services.files.path(sha256), format: kind.format };
  const [path = ''] = await writeFiles(call.out, title, [file], words.t);
  await terminal.write(call.json ? jsonText({ files: [{ path, sha256, bytes, ...kind }] }) : `${path}\n`);
  return 0;
}
