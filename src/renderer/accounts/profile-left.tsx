import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { QuotaBar } from '../keys/quota-bar';
import { useOwnKey } from '../keys/use-own-key';
import styles from './accounts.module.css';

interface ProfileLeftProps {
  profile: ProfileView;
  profiles: readonly ProfileView[];
  /** Units that jobs of this computer cost with it. */
  spent: number;
}

/** How much a profile may still do, and who says so. */
export function ProfileLeft({ profile, profiles, spent }: ProfileLeftProps) {
  const { t } = useTranslation();
  const counts = profile.provider === 'paperbanana' && profile.role === 'user';
  const { admin, record } = useOwnKey(counts ? profile : undefined, profiles);
  if (profile.role === 'admin') return <span className={styles.quiet}>{t('accounts.notCounted')}</span>;
  if (!counts) return <span className={styles.quiet}>{t('accounts.notTold')}</span>;
  if (admin && record)
    return (
      <span className={styles.left} title={t('accounts.serverSaysMore', { admin: admin.name })}>
        <QuotaBar remaining={record.quota_remaining} total={record.quota_total} off={record.active === false} />
        <span className="meta">{t('accounts.serverSays')}</span>
      </span>
    );
  return (
    <span className={styles.left} title={t('accounts.countedHereMore')}>
      <span className="number">{t('accounts.spentHere', { count: spent })}</span>
      <span className="meta">{t('accounts.countedHere')}</span>
    </span>
  );
}
