import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import type { ProviderId } from '../../shared/settings';
import { useOperation } from '../api';
import { useLastAnswers } from '../ui/last-answers';
import { useMatchMedia } from '../ui/use-match-media';
import styles from './accounts.module.css';
import { profileAnswer } from './profile-answer';
import type { ProfileDialogKind } from './profile-dialogs';
import { ProfileRow } from './profile-row';

/** Far back enough for the last word to each of a few profiles. */
const JOBS_LOOKED_AT = 100;
const HEADS = ['profile', 'server', 'secret', 'keptIn', 'left', 'lastAnswer'] as const;
const COLUMNS = ['name', 'server', 'secret', 'place', 'left', 'answer', 'menu'] as const;

interface ProfileTableProps {
  providers: readonly ProviderId[];
  profiles: readonly ProfileView[];
  /** Demo: the profiles are given, and only looked at. */
  fixed: boolean;
  onDialog: (kind: ProfileDialogKind, profile: ProfileView) => void;
}

/** Profiles under the service they belong to. Services without one are left out. */
export function ProfileTable({ providers, profiles, fixed, onDialog }: ProfileTableProps) {
  const { t } = useTranslation();
  const heard = useLastAnswers();
  const jobs = useOperation('job.list', { scope: 'all', limit: JOBS_LOOKED_AT }, { keepPrevious: true }).data?.jobs;
  const spent = useOperation('job.spent', undefined, { keepPrevious: true }).data;
  const narrow = useMatchMedia('(max-width: 999px)');
  const columns = COLUMNS.filter((column) => !narrow || column !== 'secret');
  const heads = HEADS.filter((head) => !narrow || head !== 'secret');
  return (
    <table className={styles.table} aria-label={t('accounts.profiles')}>
      <colgroup>
        {columns.map((column) => (
          <col key={column} data-column={column} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`accounts.${head}`)}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{t('accounts.actions')}</span>
          </th>
        </tr>
      </thead>
      {providers.map((provider) => {
        const own = profiles.filter((profile) => profile.provider === provider);
        if (own.length === 0) return null;
        return (
          <tbody key={provider}>
            <tr className={styles.group}>
              <th colSpan={columns.length} scope="rowgroup">
                {t(`providers.${provider}.name`)} <span>{t(`providers.${provider}.about`)}</span>
              </th>
            </tr>
            {own.map((profile) => (
              <ProfileRow
                key={profile.id}
                profile={profile}
                profiles={profiles}
                answer={profileAnswer(profile.id, jobs ?? [], heard[profile.id])}
                spent={spent?.[profile.id] ?? 0}
                fixed={fixed}
                narrow={narrow}
                onDialog={onDialog}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
