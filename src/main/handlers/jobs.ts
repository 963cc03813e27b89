import { requireEndpoint } from '../../shared/endpoints/index';
import type { Handlers } from '../dispatch';
import type { ProfileBook } from '../profile-book';
import type { Services } from '../services';

export interface JobHandlersOptions {
  /** Those of the mode that is shown. */
  services(): Promise<Services>;
  profiles(): ProfileBook;
}

type JobHandlers = Pick<
  Handlers,
  | 'job.submit'
  | 'call.run'
  | 'job.list'
  | 'job.counts'
  | 'job.get'
  | 'job.markSeen'
  | 'job.lookNow'
  | 'job.stopWatching'
  | 'job.watchAgain'
  | 'job.resolve'
  | 'exchange.list'
  | 'draft.get'
  | 'draft.set'
>;

export function jobHandlers({ services, profiles }: JobHandlersOptions): JobHandlers {
  const jobs = async (): Promise<Services['jobs']> => (await services()).jobs;

  return {
    'job.submit': async ({ endpoint, input, profileId }) => {
      const profile = profiles().profileFor(requireEndpoint(endpoint), profileId);
      return (await jobs()).submit({ endpoint, input, profile });
    },
    'call.run': async ({ endpoint, input, profileId }) => {
      const profile = profiles().profileFor(requireEndpoint(endpoint), profileId);
      return (await services()).call({ endpoint, input, profile });
    },
    'job.list': async (query) => (await jobs()).list(query),
    'job.counts': async () => (await jobs()).counts(),
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
    'exchange.list': async ({ jobId }) => (await services()).exchanges.list(jobId),
    'draft.get': async ({ endpoint }) => (await services()).drafts.get(endpoint),
    'draft.set': async ({ endpoint, values }) => {
      (await services()).drafts.set(endpoint, values);
    },
  };
}
