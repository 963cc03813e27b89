import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { unitsLeft } from '../../shared/endpoints/paperbanana-admin';
import { useOperation } from '../api';
import { quotaOf } from '../keys/quota';
import { useOwnKey } from '../keys/use-own-key';
import { usualProfile } from '../ui/usual-profile';
import { useUi } from '../ui-store';
import styles from './meter.module.css';

/** The server's word on what is left is asked again whenever this computer has spent some. */
function useOwnRecord(profile: ProfileView, profiles: readonly ProfileView[], spent: number | undefined) {
  const { admin, record, refetch } = useOwnKey(profile, profiles);
  const asks = admin !== undefined;
  const known = useRef(spent);
  useEffect(() => {
    const before = known.current;
    known.current = spent;
    if (asks && before !== undefined && before !== spent) void refetch();
  }, [asks, refetch, spent]);
  return record;
}

function Units({ profile, profiles }: { profile: ProfileView; profiles: readonly ProfileView[] }) {
  const { t, i18n } = useTranslation();
  const go = useUi((state) => state.go);
  const costs = useOperation('job.spent', undefined).data;
  const spent = costs?.[profile.id] ?? 0;
  const record = useOwnRecord(profile, profiles, costs && spent);
  const number = new Intl.NumberFormat(i18n.language);
  const quota = record && quotaOf(unitsLeft(record.quota_remaining), unitsLeft(record.quota_total));
  const count = quota ? quota.left : spent;
  const words = !quota
    ? t('accounts.meterSpent', { count: spent })
    : quota.left === null
      ? t('accounts.meterNoLimit')
      : quota.total === null
        ? t('accounts.meterLeft', { count: quota.left })
        : t('accounts.meterLeftOf', { total: number.format(quota.total) });
  return (
    <button
      type="button"
      className={`${styles.meter} pl-focus`}
      title={quota ? t('accounts.meter', { name: profile.name }) : t('accounts.countedHereMore')}
      onClick={() => {
        go('accounts');
      }}
    >
      <span className={styles.line}>
        <span className="truncate">{profile.name}</span>
        {count !== null && <span className="number">{number.format(count)}</span>}
      </span>
      {quota && quota.share !== null && (
        <span className={styles.track} data-low={quota.low || undefined} aria-hidden>
          <span style={{ width: `${quota.share * 100}%` }} />
        </span>
      )}
      <span className={styles.words}>{words}</span>
    </button>
  );
}

/** What the key that draws may still do, at the foot of the rail. */
export default function Meter() {
  const { data: profiles = [] } = useOperation('profile.list', undefined, { keepPrevious: true });
  const profile = usualProfile('paperbanana', profiles);
  if (!profile || profile.secret === 'none') return null;
  return <Units profile={profile} profiles={profiles} />;
}
