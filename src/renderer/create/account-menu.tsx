import { Menu } from '@mantine/core';
import { Check, ChevronsUpDown, KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { call } from '../api';
import { inScreen } from '../ui/portal-target';
import { useAfterPaint } from '../ui/use-after-paint';
import { useUi } from '../ui-store';
import styles from './create.module.css';
import { useAccount } from './use-account';

/** Whose key sends the request, and the choice of another. */
export function AccountMenu({ endpoint, iconOnly }: { endpoint: Endpoint; iconOnly: boolean }) {
  const { t } = useTranslation();
  const go = useUi((state) => state.go);
  const { profiles, active } = useAccount(endpoint);
  const afterPaint = useAfterPaint();
  if (endpoint.credential.kind === 'none') return null;
  const name = active?.name ?? t('create.noAccount');
  const target = (
    <button
      type="button"
      className={styles.account}
      aria-label={t('create.accountLabel', { name })}
      title={iconOnly ? name : undefined}
    >
      <KeyRound size={16} strokeWidth={1.6} aria-hidden />
      {!iconOnly && (
        <>
          <span className="truncate">{name}</span>
          <ChevronsUpDown size={14} strokeWidth={1.6} aria-hidden />
        </>
      )}
    </button>
  );
  if (!afterPaint) return target;
  return (
    <Menu position="bottom-end" width={240} {...inScreen}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {profiles.map((profile) => (
          <Menu.Item
            key={profile.id}
            leftSection={
              profile.id === active?.id ? <Check size={14} aria-hidden /> : <span className={styles.noCheck} />
            }
            rightSection={
              <span className="meta">
                {profile.secret === 'none' ? t('create.noKey') : profile.secretHint && `…${profile.secretHint}`}
              </span>
            }
            aria-current={profile.id === active?.id || undefined}
            onClick={() => {
              void call('profile.activate', { id: profile.id });
            }}
          >
            <span className={styles.accountName}>{profile.name}</span>
          </Menu.Item>
        ))}
        {profiles.length > 0 && <Menu.Divider />}
        <Menu.Item
          onClick={() => {
            go('accounts');
          }}
        >
          {t('create.manageAccounts')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
