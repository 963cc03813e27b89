import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { KeyRound, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error';
import type { ProfileView } from '../../../shared/contract';
import type { ShownKey } from '../../keys/key-record';
import { EmptyState } from '../../ui/empty-state';
import { formatElapsed } from '../../ui/format';
import { useElapsed } from '../../ui/use-elapsed';
import styles from './handed-out.module.css';
import { keyActions } from '../../keys/key-actions';
import type { OpenKeyDialog } from './key-dialogs';
import type { Sort } from './key-list';
import { KeysTable } from './keys-table';
import { ListProblem } from './list-problem';

interface KeysBodyProps {
  admin: ProfileView;
  keys: UseQueryResult<ShownKey[], AppError>;
  listed: readonly ShownKey[];
  text: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onDialog: (dialog: OpenKeyDialog) => void;
  onShowAll: () => void;
  onEnterKey: ((profile: ProfileView) => void) | undefined;
}

function Asking() {
  const { t } = useTranslation();
  const [startedAt] = useState(() => Date.now());
  const elapsed = useElapsed(startedAt);
  return <p className="secondary number">{t('handedOut.asking', { time: formatElapsed(elapsed) })}</p>;
}

/** The table, or why there is none. */
export function KeysBody({ admin, keys, listed, text, ...props }: KeysBodyProps) {
  const { t } = useTranslation();
  const { onDialog, onShowAll, onEnterKey, sort, onSort } = props;
  const enter = onEnterKey && (() => onEnterKey(admin));
  if (admin.secret === 'none')
    return (
      <EmptyState
        icon={KeyRound}
        title={t('handedOut.adminNeedsKey', { name: admin.name })}
        text={t('handedOut.adminNeedsKeyText')}
        action={enter && <Button onClick={enter}>{t('accounts.enterKey')}</Button>}
      />
    );
  const problem = keys.error && (
    <ListProblem
      error={keys.error.data}
      busy={keys.isFetching}
      onRetry={() => {
        void keys.refetch();
      }}
      onEnterKey={enter}
    />
  );
  if (!keys.data) return <div className={styles.wait}>{problem ?? <Asking />}</div>;
  if (keys.data.length === 0)
    return problem ?? <EmptyState icon={KeyRound} title={t('keys.noneTitle')} text={t('keys.noneText')} />;
  if (listed.length === 0)
    return (
      <EmptyState
        icon={SearchX}
        title={t('handedOut.noMatchTitle')}
        text={t('handedOut.noMatchText', { text: text.trim() })}
        action={<Button onClick={onShowAll}>{t('handedOut.showAll')}</Button>}
      />
    );
  return (
    <>
      {problem && <div className={styles.wait}>{problem}</div>}
      <KeysTable keys={listed} sort={sort} onSort={onSort} onDialog={onDialog} onActive={keyActions(admin).setActive} />
    </>
  );
}
