import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { unitsLeft } from '../../shared/endpoints/paperbanana-admin';
import { useOperation } from '../api';
import { useAdminKeys } from '../keys/admin-keys';
import { adminFor, ownRecord } from '../keys/own-record';
import { quotaOf } from '../keys/quota';
import { useUi } from '../ui-store';
import styles from './meter.module.css';

/** The server's word on what is left is asked again whenever this computer has spent some. */
function useOwnRecord(profile: ProfileView, profiles: readonly ProfileView[], spent: number | undefined) {
  const admin = adminFor(profile, profiles);
  const { data, refetch } = useAdminKeys(admin);
  const asks = admin !== undefined;
  const known = useRef(spent);
  useEffect(() => {
    const before = known.current;
    known.current = spent;
    if (asks && before !== undefined && before !== spent) void refetch();
  }, [asks, refetch, spent]);
  return data && ownRecord(profile, data);
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
  const own = profiles.filter(({ provider, role }) => provider === 'paperbanana' && role === 'user');
  const profile = own.find(({ active }) => active) ?? own[0];
  if (!profile || profile.secret === 'none') return null;
  return <Units profile={profile} profiles={profiles} />;
}
