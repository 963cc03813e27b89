import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { usageEntrySchema } from '../../shared/endpoints/paperbanana-admin';
import { CopyButton } from '../ui/copy-button';
import { KeyMoment } from './key-moment';
import styles from './keys.module.css';

/** What one key was used for, as the server counted it. */
export function UsageLog({ entries }: { entries: readonly z.infer<typeof usageEntrySchema>[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <p className="secondary">{t('keys.logEmpty')}</p>;
  return (
    <div className={`${styles.scroller} ${styles.log}`} role="region" aria-label={t('keys.log')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('keys.logWhen')}</th>
            <th scope="col">{t('keys.logWhat')}</th>
            <th scope="col">{t('keys.logTask')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={styles.date}>
                <KeyMoment text={entry.created_at} exact />
              </td>
              <td className="mono">{entry.endpoint}</td>
              <td>
                {entry.task_id ? (
                  <span className={styles.keyHint}>
                    <span className="mono">{entry.task_id}</span>
                    <CopyButton text={entry.task_id} name={t('keys.copyTask')} />
                  </span>
                ) : (
                  <span className={styles.none}>{t('keys.noWebhook')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
