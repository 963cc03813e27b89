import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error';
import { KeyFacts } from '../../keys/key-facts';
import type { ShownKeyDetail } from '../../keys/key-record';
import { UsageLog } from '../../keys/usage-log';
import { DialogFoot } from '../../ui/dialog';
import { Problem } from '../../ui/problem';
import styles from './handed-out.module.css';
import type { KeyDialogProps } from '../../keys/key-dialog-props';
import { keyId } from './key-list';
import { revealKey } from './reveal';

/** One key as the server knows it now, with what it was used for. */
export function KeyDetails({ record, actions, onClose }: KeyDialogProps) {
  const { t } = useTranslation();
  // asked anew for every opening: the log grows
  const { data: detail, error } = useQuery<ShownKeyDetail, AppError>({
    queryKey: ['admin.key', keyId(record)],
    queryFn: () => actions.detail(record),
    gcTime: 0,
  });
  return (
    <div className={styles.form}>
      <KeyFacts record={detail ?? record} reveal={revealKey} />
      {error && <Problem error={error.data} />}
      {detail && (
        <div className={styles.log}>
          <h3>{t('keys.log')}</h3>
          <UsageLog entries={detail.usage_log ?? []} />
        </div>
      )}
      <DialogFoot>
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogFoot>
    </div>
  );
}
