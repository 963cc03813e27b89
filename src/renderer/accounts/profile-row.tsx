import { ActionIcon, Badge, Button, Menu } from '@mantine/core';
import { Ellipsis, Hourglass, KeyRound, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { call } from '../api';
import { attempt } from '../ui/job-actions';
import styles from './accounts.module.css';
import type { DialogKind } from './profile-dialogs';
import { shownAddress } from './shown-address';

const PLACE_ICONS = { none: KeyRound, keychain: Lock, session: Hourglass };

function Place({ place }: { place: ProfileView['secret'] }) {
  const { t } = useTranslation();
  const Icon = PLACE_ICONS[place];
  return (
    <span className={styles.place} data-place={place}>
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      <span>{t(`accounts.place.${place}`)}</span>
    </span>
  );
}

interface ProfileRowProps {
  profile: ProfileView;
  /** Undefined where profiles can't be changed (demo). */
  onDialog?: ((kind: DialogKind, profile: ProfileView) => void) | undefined;
}

function RowMenu({
  profile,
  onDialog,
}: Required<Pick<ProfileRowProps, 'profile'>> & { onDialog: (kind: DialogKind) => void }) {
  const { t } = useTranslation();
  const { id, name, active, secret } = profile;
  const item = (kind: DialogKind, label: string, destructive = false) => (
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
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('accounts.menuOf', { name })}>
          <Ellipsis size={16} strokeWidth={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
        {secret !== 'none' && item('delete-key', t('accounts.deleteKey'), true)}
        {item('remove', t('accounts.removeProfile'), true)}
      </Menu.Dropdown>
    </Menu>
  );
}

export function ProfileRow({ profile, onDialog }: ProfileRowProps) {
  const { t } = useTranslation();
  const { name, active, role, secret, secretHint, baseUrl } = profile;
  const masked = secretHint === null ? '••••••••' : `••••${secretHint}`;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <span>{name}</span>
        {active && <Badge className={styles.tag ?? ''}>{t('accounts.active')}</Badge>}
        {role === 'admin' && <Badge className={styles.tag ?? ''}>{t('accounts.admin')}</Badge>}
      </th>
      <td className="mono" title={baseUrl}>
        {shownAddress(baseUrl)}
      </td>
      <td className="mono">
        {secret !== 'none' && (
          <>
            <span aria-hidden>{masked}</span>
            <span className="visually-hidden">{t('accounts.secretMasked', { hint: secretHint ?? '…' })}</span>
          </>
        )}
      </td>
      <td>{onDialog ? <Place place={secret} /> : t('shell.demo')}</td>
      <td className={styles.actions}>
        {onDialog && (
          <span>
            {secret === 'none' && (
              <Button
                size="compact-xs"
                onClick={() => {
                  onDialog('key', profile);
                }}
              >
                {t('accounts.enterKey')}
              </Button>
            )}
            <RowMenu
              profile={profile}
              onDialog={(kind) => {
                onDialog(kind, profile);
              }}
            />
          </span>
        )}
      </td>
    </tr>
  );
}
