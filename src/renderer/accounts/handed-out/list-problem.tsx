import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppErrorData } from '../../../shared/app-error';
import { Problem } from '../../ui/problem';
import styles from './handed-out.module.css';

type Cause = 'wrongAdmin' | 'noAdministration' | 'notConfigured';

/** What an error of this list means beyond its general words. */
function causeOf({ code, detail }: AppErrorData): Cause | undefined {
  if (code === 'unauthorized') return 'wrongAdmin';
  if (code === 'not_found') return 'noAdministration';
  return code === 'server_error' && detail?.includes('ADMIN_KEY') ? 'notConfigured' : undefined;
}

interface ListProblemProps {
  error: AppErrorData;
  busy: boolean;
  onRetry: () => void;
  /** Undefined where the key can't be changed. */
  onEnterKey: (() => void) | undefined;
}

/** Why the server's keys can't be listed, and the best next step. */
export function ListProblem({ error, busy, onRetry, onEnterKey }: ListProblemProps) {
  const { t } = useTranslation();
  const cause = causeOf(error);
  return (
    <>
      {cause && <p className={styles.cause}>{t(`handedOut.${cause}`)}</p>}
      <Problem
        error={error}
        actions={
          <>
            {cause === 'wrongAdmin' && onEnterKey && <Button onClick={onEnterKey}>{t('accounts.replaceKey')}</Button>}
            <Button disabled={busy} onClick={onRetry}>
              {t('common.retry')}
            </Button>
          </>
        }
      />
    </>
  );
}
