import { Button } from '@mantine/core';
import { KeyRound, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { PROVIDERS } from '../../shared/settings';
import { useOperation } from '../api';
import { EmptyState } from '../ui/empty-state';
import { portalTarget } from '../ui/portal-target';
import { useProfileRequest } from '../ui/profile-request';
import { useUi } from '../ui-store';
import styles from './accounts.module.css';
import { DemoStrip } from './demo-strip';
import { HandedOut } from './handed-out/handed-out';
import { ProfileDialogs, type OpenProfileDialog } from './profile-dialogs';
import { ProfileTable } from './profile-table';
import { VaultStrip } from './vault-strip';

function AddButton({ main, onClick }: { main: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant={main ? 'filled' : 'default'} leftSection={<Plus size={14} aria-hidden />} onClick={onClick}>
      {t('accounts.addProfile')}
    </Button>
  );
}

export default function AccountsScreen() {
  const { t } = useTranslation();
  const demo = useUi((state) => state.mode === 'demo');
  const { data: vault } = useOperation('vault.status', undefined, { keepPrevious: true });
  const { data: profiles } = useOperation('profile.list', undefined, { keepPrevious: true });
  // the welcome screen or a form may have sent the user here for a key
  const [wanted] = useState(() => !demo && useProfileRequest.getState().wanted);
  const [dialog, setDialog] = useState<OpenProfileDialog | null>(wanted ? { kind: 'add' } : null);
  const [opened, setOpened] = useState(wanted);
  useEffect(() => {
    useProfileRequest.setState({ wanted: false });
  }, []);
  if (!vault || !profiles) return null;
  const show = (next: OpenProfileDialog): void => {
    setDialog(next);
    setOpened(true);
  };
  const add = (): void => {
    show({ kind: 'add' });
  };
  const enterKey = (profile: ProfileView): void => {
    show({ kind: 'key', profile });
  };
  const none = profiles.length === 0;
  return (
    <div className={styles.screen} {...portalTarget}>
      {demo ? <DemoStrip /> : <VaultStrip vault={vault} />}
      <div className={styles.head}>
        <h2>{t('accounts.profiles')}</h2>
        <p className="truncate">{t('accounts.profilesMore')}</p>
        {!demo && !none && <AddButton main={false} onClick={add} />}
      </div>
      {none ? (
        <EmptyState
          icon={KeyRound}
          title={t('accounts.emptyTitle')}
          text={t('accounts.emptyText')}
          action={<AddButton main onClick={add} />}
        />
      ) : (
        <ProfileTable
          providers={PROVIDERS}
          profiles={profiles}
          fixed={demo}
          onDialog={(kind, profile) => {
            show({ kind, profile });
          }}
        />
      )}
      <HandedOut profiles={profiles} onEnterKey={demo ? undefined : enterKey} />
      <ProfileDialogs
        dialog={dialog}
        opened={opened}
        providers={PROVIDERS}
        vault={vault}
        onKey={demo ? undefined : enterKey}
        onClose={() => {
          setOpened(false);
        }}
      />
    </div>
  );
}
