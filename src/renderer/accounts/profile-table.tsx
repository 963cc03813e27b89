import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import type { ProviderId } from '../../shared/settings';
import styles from './accounts.module.css';
import type { DialogKind } from './profile-dialogs';
import { ProfileRow } from './profile-row';

interface ProfileTableProps {
  providers: readonly ProviderId[];
  profiles: readonly ProfileView[];
  onDialog?: (kind: DialogKind, profile: ProfileView) => void;
}

/** Profiles under the service they belong to. Services without one are left out. */
export function ProfileTable({ providers, profiles, onDialog }: ProfileTableProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('accounts.profile')}</th>
          <th scope="col">{t('accounts.server')}</th>
          <th scope="col">{t('accounts.secret')}</th>
          <th scope="col">{t('accounts.keptIn')}</th>
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
              <th colSpan={5} scope="rowgroup">
                {t(`providers.${provider}.name`)} <span>{t(`providers.${provider}.about`)}</span>
              </th>
            </tr>
            {own.map((profile) => (
              <ProfileRow key={profile.id} profile={profile} onDialog={onDialog} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
