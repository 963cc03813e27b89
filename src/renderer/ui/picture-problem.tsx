import { Button } from '@mantine/core';
import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../shared/job';
import { queryClient, useOperation } from '../api';
import { lookUp } from '../i18n';
import { EmptyState } from './empty-state';
import { attempt, fetchAgain } from './job-actions';

interface PictureProblemProps {
  asset: Asset;
  /** The job that the file belongs to, from whose server it can be fetched once more. */
  jobId?: string | undefined;
  onFetched: () => void;
}

/** In place of a picture: why it is not shown, and what can be done about it. */
export function PictureProblem({ asset, jobId, onFetched }: PictureProblemProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const { sha256 } = asset;
  const { data: problem, error, isPending, isFetching } = useOperation('asset.problem', { sha256 });
  if (isPending || (isFetching && problem === null)) return null;
  const code = error?.code ?? problem?.code ?? (asset.incomplete ? 'incomplete' : undefined);
  const words = (part: 'title' | 'happened' | 'next'): string => (code && lookUp(`errors.${code}.${part}`)) ?? '';
  const again = (id: string): void => {
    setBusy(true);
    attempt(
      fetchAgain(id)
        .then(onFetched)
        .finally(() => {
          setBusy(false);
          void queryClient.invalidateQueries({ queryKey: ['asset.problem', { sha256 }] });
        }),
    );
  };
  return (
    <div role="alert" data-testid="picture-problem">
      <EmptyState
        icon={ImageOff}
        title={code ? words('title') : t('library.noPreview', { format: asset.format.toUpperCase() })}
        text={code ? `${words('happened')} ${words('next')}` : t('library.notPainted')}
        action={
          jobId !== undefined &&
          code !== undefined &&
          code !== 'picture_unsafe' && (
            <Button
              loading={busy}
              onClick={() => {
                again(jobId);
              }}
            >
              {t('library.fetchAgain')}
            </Button>
          )
        }
      />
    </div>
  );
}
