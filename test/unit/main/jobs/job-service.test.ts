import { expect, it } from 'vitest';
import { AppError } from '../../../../src/shared/app-error';
import { createFakeProvider, refuse } from '../../../support/fake-provider';
import { diagram, profile } from '../../../support/example-job';
import { createJobWorld } from '../../../support/job-world';
import { pdfBytes } from '../../../support/pictures';

const code = (wanted: string) => expect.objectContaining({ code: wanted }) as Error;

it('has the intent on the disk before the request is made', async () => {
  const { jobs, provider, repository } = createJobWorld();
  const states: (string | undefined)[] = [];
  provider.onSubmit = async (accept, context) => {
    states.push(repository.find(context.jobId ?? '')?.state);
    context.onSending();
    states.push(repository.find(context.jobId ?? '')?.state);
    return accept();
  };
  const { jobId } = await jobs.submit(diagram);
  expect(states).toEqual(['prepared', 'sending']);
  expect(jobs.get(jobId)).toMatchObject({
    ...{ state: 'queued', title: 'Figure 1: Transformer encoder', profileName: 'Lab key', input: diagram.input },
    ...{ units: 1, remoteId: 'task-1', error: null },
  });
  expect(provider.submissions[0]?.idempotencyKey).toBe(repository.find(jobId)?.idempotencyKey);
  expect(provider.submissions[0]?.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
});

it('refuses a wrong input before anything is written', async () => {
  const { jobs, provider } = createJobWorld();
  const wrong = { ...diagram, input: { caption: 'No method' } };
  await expect(jobs.submit(wrong)).rejects.toMatchObject({
    data: { code: 'invalid_input', spent: 'no', issues: [{ field: 'source_context', code: 'required' }] },
  });
  await expect(jobs.submit({ ...diagram, endpoint: 'paperbanana.health' })).rejects.toThrow(code('invalid_input'));
  await expect(jobs.submit({ ...diagram, endpoint: 'nobody.nothing' })).rejects.toThrow(code('invalid_input'));
  expect(jobs.list({ scope: 'all', limit: 9 }).total).toBe(0);
  expect(provider.submissions).toEqual([]);
});

it('sends no file that the store does not have', async () => {
  const { jobs, files } = createJobWorld();
  const file = await files.importBytes(pdfBytes(), { name: 'paper.pdf', maxBytes: 1000, accept: 'pdf' });
  const submit = (pdf: unknown) =>
    jobs.submit({ endpoint: 'paperbanana.generateFromPdf', input: { pdf_base64: pdf, caption: 'A' }, profile });
  await expect(submit({ ...file, $file: '0'.repeat(64) })).rejects.toMatchObject({
    data: { code: 'file_missing', params: { name: 'paper.pdf' } },
  });
  await expect(submit(file)).resolves.toHaveProperty('jobId');
});

it('keeps a refused submission as failed, and tells why', async () => {
  const { jobs, provider, clock } = createJobWorld();
  provider.onSubmit = async (_accept, context) => {
    context.onSending();
    throw new AppError('invalid_fields', { issues: [{ field: 'caption', code: 'server', message: 'too short' }] });
  };
  await expect(jobs.submit(diagram)).rejects.toThrow(code('invalid_fields'));
  expect(jobs.list({ scope: 'all', limit: 9 }).jobs).toMatchObject([
    { state: 'failed', units: 0, error: { code: 'invalid_fields' }, finishedAt: clock.now(), nextPollAt: null },
  ]);
});

it('fails a submission of which an error proves that nothing was accepted', async () => {
  const { jobs, provider } = createJobWorld();
  provider.onSubmit = async (_accept, context) => {
    context.onSending();
    throw new AppError('server_error', { spent: 'no' });
  };
  await expect(jobs.submit(diagram)).rejects.toThrow(code('server_error'));
  expect(jobs.list({ scope: 'ended', limit: 9 }).jobs).toMatchObject([{ state: 'failed', units: 0 }]);
});

it.each([
  ['yes', 1],
  ['maybe', null],
] as const)('calls a submission uncertain whose error says that it cost: %s', async (spent, units) => {
  const { jobs, provider } = createJobWorld();
  const raw = { contentType: 'text/plain', body: 'Oops' };
  provider.onSubmit = async (_accept, context) => {
    context.onSending();
    throw new AppError('server_error', { spent, status: 500, raw });
  };
  const { jobId } = await jobs.submit(diagram);
  expect(jobs.get(jobId)).toMatchObject({
    ...{ state: 'uncertain', units },
    error: { code: 'uncertain', spent, status: 500, raw, params: { cause: 'server_error' } },
  });
});

it('leaves no line where there was no key to send with', async () => {
  const { jobs, provider } = createJobWorld();
  provider.onSubmit = refuse('no_credential');
  await expect(jobs.submit(diagram)).rejects.toThrow(code('no_credential'));
  expect(jobs.list({ scope: 'all', limit: 9 }).total).toBe(0);
});

it('keeps a submission without an answer as uncertain, and never sends it again', async () => {
  const { jobs, provider, clock, restart } = createJobWorld();
  provider.onSubmit = async (accept, context) => {
    context.onSending();
    accept();
    throw new AppError('uncertain', { spent: 'maybe', params: { cause: 'lost' } });
  };
  const { jobId } = await jobs.submit(diagram);
  expect(jobs.get(jobId)).toMatchObject({ state: 'uncertain', units: null, seen: false, error: { code: 'uncertain' } });
  await clock.advance(600_000);
  const next = restart();
  await clock.advance(600_000);
  expect(next.jobs.get(jobId).state).toBe('uncertain');
  expect(provider.submissions).toHaveLength(1);
  expect(provider.polls).toEqual([]);
});

it('calls a submission uncertain that broke after the mark, whatever broke', async () => {
  const { jobs, provider, log } = createJobWorld();
  provider.onSubmit = async (_accept, context) => {
    context.onSending();
    throw new TypeError('a bug');
  };
  const { jobId } = await jobs.submit(diagram);
  expect(jobs.get(jobId)).toMatchObject({ state: 'uncertain', error: { code: 'uncertain', spent: 'maybe' } });
  expect(log.lines).toEqual(['error: a submission broke']);
});

it('sends nothing where the mark cannot be written', async () => {
  const { jobs, provider, database } = createJobWorld();
  provider.onSubmit = async (accept, context) => {
    database.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON jobs WHEN new.state = 'sending' BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    context.onSending();
    return accept();
  };
  await expect(jobs.submit(diagram)).rejects.toThrow();
  expect(provider.submissions).toEqual([]);
  expect(jobs.list({ scope: 'all', limit: 9 }).jobs).toMatchObject([{ state: 'failed', units: 0 }]);
});

it('names the task in the error where an acceptance cannot be written down', async () => {
  const { jobs, provider, database, repository } = createJobWorld();
  provider.onSubmit = async (accept, context) => {
    context.onSending();
    database.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON jobs WHEN new.state = 'queued' BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    return accept();
  };
  await expect(jobs.submit(diagram)).rejects.toMatchObject({ data: { spent: 'yes', params: { remoteId: 'task-1' } } });
  expect(repository.idsIn('sending')).toHaveLength(1);
});

it('puts right after a crash what was prepared, sent and watched', async () => {
  const provider = createFakeProvider();
  const { jobs, clock, restart, repository } = createJobWorld({ provider });
  const { jobId: running } = await jobs.submit(diagram);
  provider.onSubmit = () => new Promise(() => undefined);
  void jobs.submit(diagram).catch(() => undefined);
  await clock.advance(0);
  provider.onSubmit = (_accept, context) => {
    context.onSending();
    return new Promise(() => undefined);
  };
  void jobs.submit(diagram).catch(() => undefined);
  await clock.advance(0);
  const [prepared = ''] = repository.idsIn('prepared');
  const [sending = ''] = repository.idsIn('sending');
  const next = restart('crash');
  expect(next.jobs.get(prepared)).toMatchObject({
    state: 'failed',
    units: 0,
    error: { code: 'not_sent', spent: 'no' },
  });
  expect(next.jobs.get(sending)).toMatchObject({ state: 'uncertain', units: null, error: { spent: 'maybe' } });
  await clock.advance(0);
  expect(next.jobs.get(running)).toMatchObject({ state: 'running', pollCount: 1 });
  expect(next.jobs.counts()).toEqual({ needsYou: 1, underWay: 1 });
});

it('goes on with an uncertain job when the user has its task id, or lets it rest', async () => {
  const { jobs, provider, clock } = createJobWorld();
  provider.onSubmit = async (_accept, context) => {
    context.onSending();
    throw new AppError('uncertain', { spent: 'maybe' });
  };
  const { jobId } = await jobs.submit(diagram);
  jobs.resolve(jobId, null);
  expect(jobs.get(jobId)).toMatchObject({ state: 'unwatched', units: null });
  expect(() => jobs.watchAgain(jobId)).toThrow(code('invalid_input'));
  jobs.resolve(jobId, 'found-by-admin');
  await clock.advance(0);
  expect(provider.polls).toEqual(['found-by-admin']);
  expect(jobs.get(jobId)).toMatchObject({ state: 'running', units: 1, remoteId: 'found-by-admin', error: null });
  expect(() => jobs.resolve(jobId, 'another')).toThrow(code('invalid_input'));
});

it('takes up a job that the server has already', async () => {
  const { jobs, provider, clock } = createJobWorld();
  const { jobId } = jobs.adopt('paperbanana.generate', 'a1b2', profile);
  await clock.advance(0);
  expect(provider.polls).toEqual(['a1b2']);
  expect(jobs.get(jobId)).toMatchObject({ state: 'running', units: 0, title: 'a1b2', remoteId: 'a1b2' });
});

it('finds a job by what its server calls it', () => {
  const { jobs } = createJobWorld();
  const { jobId } = jobs.adopt('paperbanana.generate', 'a1b2', profile, { caption: 'kept' });
  expect(jobs.get(jobId).input).toEqual({ caption: 'kept' });
  expect(jobs.idByRemote('paperbanana', profile.baseUrl, 'a1b2')).toBe(jobId);
  expect(jobs.idByRemote('bananahub', profile.baseUrl, 'a1b2')).toBeUndefined();
});

it('leaves alone what another process of the same history does', async () => {
  const provider = createFakeProvider();
  const { jobs, clock, folder } = createJobWorld({ provider, idle: true });
  jobs.start({ ownOnly: true });
  const { jobId } = await jobs.submit(diagram);
  const other = createJobWorld({ folder, clock, provider: createFakeProvider(), idle: true });
  other.jobs.start({ ownOnly: true });
  const own = await other.jobs.submit(diagram);
  await clock.advance(4000);
  expect(other.provider.polls).toEqual(['task-1']);
  expect(other.jobs.get(own.jobId).state).toBe('running');
  expect(other.jobs.get(jobId).pollCount).toBe(1);
});

it('tells an unknown id from a known one', () => {
  const { jobs } = createJobWorld();
  const calls = [jobs.get, jobs.markSeen, jobs.lookNow, jobs.stopWatching, jobs.watchAgain];
  for (const call of calls) expect(() => call('nobody')).toThrow(code('invalid_input'));
});

it('is seen when it was looked at', async () => {
  const { jobs, provider, clock } = createJobWorld();
  const { jobId } = await jobs.submit(diagram);
  provider.onPoll = async () => ({ state: 'failed', reason: '' });
  await clock.advance(4000);
  expect(jobs.get(jobId).seen).toBe(false);
  jobs.markSeen(jobId);
  expect(jobs.get(jobId).seen).toBe(true);
});

it('waits for the answers to submissions where somebody has the time', async () => {
  const { jobs, provider } = createJobWorld();
  let answer = (): void => undefined;
  provider.onSubmit = (accept, context) => {
    context.onSending();
    return new Promise((resolve) => (answer = () => resolve(accept())));
  };
  const submitted = jobs.submit(diagram);
  let settled = false;
  const waiting = jobs.settled().then(() => (settled = true));
  await Promise.resolve();
  expect(settled).toBe(false);
  await new Promise(setImmediate);
  answer();
  const { jobId } = await submitted;
  await waiting;
  expect(jobs.get(jobId).state).toBe('queued');
});

it('says that a submission was cut off by closing, and finds it uncertain afterwards', async () => {
  const { jobs, provider, clock, restart, repository } = createJobWorld();
  let answer = (): void => undefined;
  provider.onSubmit = (accept, context) => {
    context.onSending();
    return new Promise((resolve) => (answer = () => resolve(accept())));
  };
  const submitted = jobs.submit(diagram);
  await clock.advance(0);
  const [id = ''] = repository.idsIn('sending');
  const next = restart();
  answer();
  await expect(submitted).rejects.toMatchObject({ data: { code: 'canceled', spent: 'maybe' } });
  expect(next.jobs.get(id).state).toBe('uncertain');
});
