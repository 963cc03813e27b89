import { useTranslation } from 'react-i18next';
import type { ProfileView, VaultStatus } from '../../shared/contract';
import type { ProviderId } from '../../shared/settings';
import { call, queryClient } from '../api';
import { Confirm } from '../ui/confirm';
import { Dialog } from '../ui/dialog';
import { toastError } from '../ui/toast';
import { ProfileForm } from './profile-form';

export type DialogKind = 'edit' | 'key' | 'delete-key' | 'remove';
export type OpenDialog = { kind: 'add' } | { kind: DialogKind; profile: ProfileView };

interface ProfileDialogsProps {
  /** Kept while it closes, so that its words do not vanish before it does. */
  dialog: OpenDialog | null;
  opened: boolean;
  providers: readonly ProviderId[];
  vault: VaultStatus;
  onClose: () => void;
}

export function ProfileDialogs({ dialog, opened, providers, vault, onClose }: ProfileDialogsProps) {
  const { t } = useTranslation();
  if (dialog === null) return null;
  if (dialog.kind === 'delete-key' || dialog.kind === 'remove') {
    const { profile, kind } = dialog;
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
  const profile = dialog.kind === 'add' ? undefined : dialog.profile;
  const name = profile?.name ?? '';
  const title = {
    add: t('accounts.addTitle'),
    edit: t('accounts.editTitle', { name }),
    key: t('accounts.keyTitle', { name }),
  }[dialog.kind];
  return (
    <Dialog opened={opened} onClose={onClose} title={title} width={440}>
      <ProfileForm kind={dialog.kind} profile={profile} providers={providers} vault={vault} onClose={onClose} />
    </Dialog>
  );
}
