import { useTranslation } from 'react-i18next';
import { unitsLeft } from '../../shared/endpoints/paperbanana-admin';
import styles from './keys.module.css';
import { quotaOf } from './quota';

interface QuotaBarProps {
  /** As the server tells them: null, -1 and absent mean without limit. */
  remaining: number | null | undefined;
  total: number | null | undefined;
  /** The key is switched off: its units are of no use for now. */
  off?: boolean;
}

/** How much a key may still do: a bar for the eye, the numbers beside it for everybody. */
export function QuotaBar({ remaining, total, off = false }: QuotaBarProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const quota = quotaOf(unitsLeft(remaining), unitsLeft(total));
  if (quota.left === null) return <span className={styles.noLimit}>{t('keys.noLimit')}</span>;
  const text =
    quota.total === null
      ? t('keys.unitsLeft', { count: quota.left })
      : t('keys.leftOf', { left: number.format(quota.left), total: number.format(quota.total) });
  return (
    <span className={styles.quota} data-off={off || undefined}>
      {quota.share !== null && (
        <span className={styles.track} data-low={quota.low || undefined} aria-hidden>
          <span style={{ width: `${quota.share * 100}%` }} />
        </span>
      )}
      <span className="number">{text}</span>
    </span>
  );
}
