import { Button } from '@mantine/core';
import { FlaskConical, KeyRound, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ENDPOINTS } from '../../shared/endpoints';
import { PROVIDERS } from '../../shared/settings';
import { call, useOperation } from '../api';
import { EmptyState } from '../ui/empty-state';
import { attempt } from '../ui/job-actions';
import { useProfileRequest } from '../ui/profile-request';
import { useUi } from '../ui-store';
import styles from './accounts.module.css';
import { ProfileDialogs, type OpenDialog } from './profile-dialogs';
import { ProfileTable } from './profile-table';
import { VaultStrip } from './vault-strip';

/** Services that the catalogue really asks; others would be keys for nothing. */
const USED = PROVIDERS.filter((provider) => ENDPOINTS.some((endpoint) => endpoint.provider === provider));

function DemoAccounts() {
  const { t } = useTranslation();
  const { data: profiles = [] } = useOperation('profile.list', undefined);
  return (
    <>
      <section className={styles.vault} data-demo aria-labelledby="demo-key-title">
        <FlaskConical size={16} strokeWidth={1.6} aria-hidden />
        <div className={styles.vaultWords}>
          <h2 id="demo-key-title">{t('accounts.demoTitle')}</h2>
          <p>{t('accounts.demoText')}</p>
        </div>
        <Button
          onClick={() => {
            attempt(call('mode.set', { mode: 'live' }));
          }}
        >
          {t('accounts.demoAction')}
        </Button>
      </section>
      <div className={styles.head}>
        <h2>{t('accounts.profiles')}</h2>
      </div>
      <ProfileTable providers={USED} profiles={profiles} />
    </>
  );
}

function LiveAccounts() {
  const { t } = useTranslation();
  const { data: vault } = useOperation('vault.status', undefined, { keepPrevious: true });
  const { data: profiles } = useOperation('profile.list', undefined, { keepPrevious: true });
  // the welcome screen or a form may have sent the user here for a key
  const [wanted] = useState(() => useProfileRequest.getState().wanted);
  const [dialog, setDialog] = useState<OpenDialog | null>(wanted ? { kind: 'add' } : null);
  const [opened, setOpened] = useState(wanted);
  useEffect(() => {
    useProfileRequest.setState({ wanted: false });
  }, []);
  const show = (next: OpenDialog): void => {
    setDialog(next);
    setOpened(true);
  };
  if (!vault || !profiles) return null;
  const providers = PROVIDERS.filter(
    (provider) => USED.includes(provider) || profiles.some((profile) => profile.provider === provider),
  );
  const add = (main: boolean) => (
    <Button
      variant={main ? 'filled' : 'default'}
      leftSection={<Plus size={14} aria-hidden />}
      onClick={() => {
        show({ kind: 'add' });
      }}
    >
      {t('accounts.addProfile')}
    </Button>
  );
  return (
    <>
      <VaultStrip vault={vault} />
      <div className={styles.head}>
        <h2>{t('accounts.profiles')}</h2>
        <p className="truncate">{t('accounts.profilesMore')}</p>
        {profiles.length > 0 && add(false)}
      </div>
      {profiles.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          title={t('accounts.emptyTitle')}
          text={t('accounts.emptyText')}
          action={add(true)}
        />
      ) : (
        <ProfileTable
          providers={providers}
          profiles={profiles}
          onDialog={(kind, profile) => {
            show({ kind, profile });
          }}
        />
      )}
      <ProfileDialogs
        dialog={dialog}
        opened={opened}
        providers={USED}
        vault={vault}
        onClose={() => {
          setOpened(false);
        }}
      />
    </>
  );
}

export default function AccountsScreen() {
  const mode = useUi((state) => state.mode);
  return <div className={styles.screen}>{mode === 'demo' ? <DemoAccounts /> : <LiveAccounts />}</div>;
}
