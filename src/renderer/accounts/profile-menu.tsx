import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { call } from '../api';
import { attempt } from '../ui/job-actions';
import { inScreen } from '../ui/portal-target';
import type { ProfileDialogKind } from './profile-dialogs';

interface ProfileMenuProps {
  profile: ProfileView;
  /** Demo: the profiles are given, and only looked at. */
  fixed: boolean;
  onDialog: (kind: ProfileDialogKind) => void;
}

export function ProfileMenu({ profile, fixed, onDialog }: ProfileMenuProps) {
  const { t } = useTranslation();
  const { id, name, active, secret, keyServer } = profile;
  const item = (kind: ProfileDialogKind, label: string, destructive = false) => (
    <Menu.Item
      {...(destructive && { c: 'var(--bad)' })}
      onClick={() => {
        onDialog(kind);
      }}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" {...inScreen}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('accounts.menuOf', { name })}>
          <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item('test', t('accounts.test'))}
        {!fixed && (
          <>
            {!active && (
              <Menu.Item
                onClick={() => {
                  attempt(call('profile.activate', { id }));
                }}
              >
                {t('accounts.makeActive')}
              </Menu.Item>
            )}
            {item('edit', t('accounts.edit'))}
            {item('key', t(secret === 'none' ? 'accounts.enterKeyMenu' : 'accounts.replaceKey'))}
            <Menu.Divider />
            {(secret !== 'none' || keyServer !== null) && item('delete-key', t('accounts.deleteKey'), true)}
            {item('remove', t('accounts.removeProfile'), true)}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
