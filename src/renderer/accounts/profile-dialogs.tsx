import { useTranslation } from 'react-i18next';
import type { ProfileView, VaultStatus } from '../../shared/contract';
import type { ProviderId } from '../../shared/settings';
import { call, queryClient } from '../api';
import { Confirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { toastError } from '../ui/toast';
import { ConnectionTest } from './connection-test';
import { ProfileForm } from './profile-form';

export type ProfileDialogKind = 'test' | 'edit' | 'key' | 'delete-key' | 'remove';
export type OpenProfileDialog = { kind: 'add' } | { kind: ProfileDialogKind; profile: ProfileView };

interface ProfileDialogsProps {
  /** Kept while it closes, so that its words do not vanish before it does. */
  dialog: OpenProfileDialog | null;
  opened: boolean;
  providers: readonly ProviderId[];
  vault: VaultStatus | undefined;
  /** To the entry of another key, from a test that the key has failed. */
  onKey: ((profile: ProfileView) => void) | undefined;
  onClose: () => void;
}

function Removal({
  kind,
  profile,
  opened,
  onClose,
}: {
  kind: 'delete-key' | 'remove';
  profile: ProfileView;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const words = kind === 'remove' ? 'remove' : 'deleteKey';
  return (
    <Confirm
      opened={opened}
      title={t(`accounts.${words}Title`, { name: profile.name })}
      text={t(`accounts.${words}Text`)}
      yes={t(`accounts.${words}Yes`)}
      onClose={onClose}
      onYes={() =>
        call(kind === 'remove' ? 'profile.remove' : 'profile.deleteSecret', { id: profile.id }).then(
          () => undefined,
          (error: unknown) => {
            toastError(error);
            // a part may have been done: the table shows what is true now
            return queryClient.invalidateQueries({ queryKey: ['profile.list'] });
          },
        )
      }
    />
  );
}

export function ProfileDialogs({ dialog, opened, providers, vault, onKey, onClose }: ProfileDialogsProps) {
  const { t } = useTranslation();
  if (dialog === null) return null;
  if (dialog.kind === 'delete-key' || dialog.kind === 'remove')
    return <Removal kind={dialog.kind} profile={dialog.profile} opened={opened} onClose={onClose} />;
  const profile = dialog.kind === 'add' ? undefined : dialog.profile;
  const name = profile?.name ?? '';
  const title = {
    add: t('accounts.addTitle'),
    edit: t('accounts.editTitle', { name }),
    key: t('accounts.keyTitle', { name }),
    test: t('accounts.testTitle', { name }),
  }[dialog.kind];
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={dialog.kind === 'test' ? 520 : 440}>
      {dialog.kind === 'test' ? (
        <ConnectionTest profile={dialog.profile} onKey={onKey} onClose={onClose} />
      ) : (
        vault && (
          <ProfileForm kind={dialog.kind} profile={profile} providers={providers} vault={vault} onClose={onClose} />
        )
      )}
    </Dialog>
  );
}
