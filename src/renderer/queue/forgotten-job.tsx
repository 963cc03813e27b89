import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { toAppErrorData, type AppErrorData } from '../../shared/app-error';
import type { JobDetail } from '../../shared/job';
import { call, useOperation } from '../api';
import { formatElapsed } from '../ui/format';
import { Problem } from '../ui/problem';
import { useElapsed } from '../ui/use-elapsed';
import { AskAgain } from './ask-again';
import { DraftButton } from './draft-button';

/** Servers that said that they keep no history: they are not asked again, and nothing is offered any more. */
const useWithoutHistory = create<Record<string, true>>(() => ({}));

type Search =
  | { kind: 'idle' }
  | { kind: 'looking'; startedAt: number }
  | { kind: 'in-vain'; why: 'historyNotFound' | 'historyNoResult' }
  | { kind: 'failed'; error: AppErrorData };

/** Looks whether the server's history knows the job, and takes its result from there. */
function useHistorySearch(job: JobDetail) {
  const [search, setSearch] = useState<Search>({ kind: 'idle' });
  const look = async (): Promise<void> => {
    setSearch({ kind: 'looking', startedAt: Date.now() });
    try {
      const { state } = await call('history.find', { jobId: job.id });
      if (state === 'absent') useWithoutHistory.setState({ [job.baseUrl]: true });
      // the job itself tells when it is there: its state changes
      if (state === 'found') await call('job.recover', { id: job.id });
      setSearch(state === 'not_found' ? { kind: 'in-vain', why: 'historyNotFound' } : { kind: 'idle' });
    } catch (caught) {
      const error = toAppErrorData(caught);
      setSearch(error.code === 'forgotten' ? { kind: 'in-vain', why: 'historyNoResult' } : { kind: 'failed', error });
    }
  };
  return { search, look: () => void look() };
}

/** A job that its server has forgotten. An admin may still find the result in the server's own history. */
export function ForgottenJob({ job, error }: { job: JobDetail; error: AppErrorData }) {
  const { t } = useTranslation();
  const profiles = useOperation('profile.list', undefined).data ?? [];
  const without = useWithoutHistory((servers) => servers[job.baseUrl]);
  const { search, look } = useHistorySearch(job);
  const elapsed = useElapsed(search.kind === 'looking' ? search.startedAt : undefined);
  const hasAdmin = profiles.some(
    ({ provider, role, secret, baseUrl }) =>
      provider === job.provider && role === 'admin' && secret !== 'none' && baseUrl === job.baseUrl,
  );
  const offers = hasAdmin && !without && search.kind !== 'in-vain';
  return (
    <>
      <Problem
        error={error}
        actions={
          <>
            {offers && (
              <Button
                variant="filled"
                leftSection={<History size={14} aria-hidden />}
                disabled={search.kind === 'looking'}
                onClick={look}
              >
                {t('handedOut.history')}
              </Button>
            )}
            <DraftButton job={job} main={!offers} />
            <AskAgain job={job} />
            <span className="secondary number" role="status">
              {search.kind === 'looking' && t('handedOut.historyLooking', { time: formatElapsed(elapsed) })}
              {search.kind === 'in-vain' && t(`handedOut.${search.why}`)}
              {hasAdmin && without && t('handedOut.historyAbsent')}
            </span>
          </>
        }
      />
      {search.kind === 'failed' && <Problem error={search.error} />}
    </>
  );
}
