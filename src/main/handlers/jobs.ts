import { AppError } from '../../shared/app-error';
import { requireEndpoint } from '../../shared/endpoints/index';
import type { SecretBook } from '../credentials/secret-book';
import type { Handlers } from '../dispatch';
import type { ProfileBook } from '../profile-book';
import { createServerHistory } from '../server-history';
import type { Services } from '../services';
import { shownAnswer } from './shown-answer';

export interface JobHandlersOptions {
  /** Those of the mode that is shown. */
  services(): Promise<Services>;
  /** Those of live mode where they are open. */
  live(): Promise<Services | undefined>;
  profiles(): ProfileBook;
  secrets: SecretBook;
}

type JobHandlers = Pick<
  Handlers,
  | 'job.submit'
  | 'call.run'
  | 'job.list'
  | 'job.counts'
  | 'job.liveNeedsYou'
  | 'job.spent'
  | 'job.get'
  | 'job.markSeen'
  | 'job.lookNow'
  | 'job.stopWatching'
  | 'job.watchAgain'
  | 'job.resolve'
  | 'job.adopt'
  | 'job.giveUp'
  | 'job.recover'
  | 'job.fetchAgain'
  | 'history.find'
  | 'admin.reveal'
  | 'exchange.list'
  | 'exchange.get'
  | 'draft.get'
  | 'draft.set'
>;

export function jobHandlers({ services, live, profiles, secrets }: JobHandlersOptions): JobHandlers {
  const history = createServerHistory({ services, profiles });
  const jobs = async (): Promise<Services['jobs']> => (await services()).jobs;

  return {
    'job.submit': async ({ endpoint, input, profileId }) => {
      const profile = profiles().profileFor(requireEndpoint(endpoint), profileId);
      return (await jobs()).submit({ endpoint, input, profile });
    },
    'call.run': async ({ endpoint: id, input, profileId }) => {
      const endpoint = requireEndpoint(id);
      const profile = profiles().profileFor(endpoint, profileId);
      const resolved = secrets.resolve(endpoint, input, profile.baseUrl);
      const result = await (await services()).call({ endpoint: id, input: resolved, profile });
      const { answer, shortened } = shownAnswer(result.answer);
      return { ...result, answer: secrets.hide(endpoint, answer, profile.baseUrl), shortened };
    },
    'admin.reveal': ({ handle }) => ({ secret: secrets.reveal(handle) }),
    'job.list': async (query) => (await jobs()).list(query),
    'job.counts': async () => (await jobs()).counts(),
    'job.liveNeedsYou': async () => (await live())?.jobs.counts().needsYou ?? 0,
    'job.spent': async () => (await jobs()).spent(),
    'job.get': async ({ id }) => (await jobs()).get(id),
    'job.markSeen': async ({ id }) => {
      (await jobs()).markSeen(id);
    },
    'job.lookNow': async ({ id }) => {
      (await jobs()).lookNow(id);
    },
    'job.stopWatching': async ({ id }) => {
      (await jobs()).stopWatching(id);
    },
    'job.watchAgain': async ({ id }) => {
      (await jobs()).watchAgain(id);
    },
    'job.resolve': async ({ id, remoteId }) => {
      (await jobs()).resolve(id, remoteId);
    },
    'job.adopt': async ({ endpoint: id, remoteId, input }) => {
      const endpoint = requireEndpoint(id);
      if (!endpoint.job)
        throw new AppError('invalid_input', { issues: [{ field: 'endpoint', code: 'unknown_endpoint' }] });
      const profile = profiles().profileFor(endpoint, undefined);
      const service = await jobs();
      const known = service.idByRemote(endpoint.provider, profile.baseUrl, remoteId);
      return known === undefined ? service.adopt(id, remoteId, profile, input) : { jobId: known };
    },
    'job.giveUp': async ({ id }) => {
      (await jobs()).giveUp(id);
    },
    'job.recover': ({ id }) => history.recover(id),
    'job.fetchAgain': async ({ id }) => {
      await (await jobs()).fetchAgain(id);
    },
    'history.find': (what) => history.find(what),
    'exchange.get': async ({ id }) => (await services()).exchanges.find(id) ?? null,
    'exchange.list': async ({ jobId }) => (await services()).exchanges.list(jobId),
    'draft.get': async ({ endpoint }) => (await services()).drafts.get(endpoint),
    'draft.set': async ({ endpoint, values }) => {
      (await services()).drafts.set(endpoint, values);
    },
  };
}
