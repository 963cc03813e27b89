import { Check, ChevronsUpDown, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { call } from '../api';
import { inScreen } from '../ui/portal-target';
import { useFloating } from '../ui/use-floating';
import { useUi } from '../ui-store';
import styles from './create.module.css';
import { useAccount } from './use-account';

/** Whose key sends the request, and the choice of another. */
export function AccountMenu({ endpoint, iconOnly }: { endpoint: Endpoint; iconOnly: boolean }) {
  const { t } = useTranslation();
  const go = useUi((state) => state.go);
  const { profiles, active } = useAccount(endpoint);
  const floating = useFloating();
  const [opened, setOpened] = useState(false);
  if (endpoint.credential.kind === 'none') return null;
  const name = active?.name ?? t('create.noAccount');
  const target = (
    <button
      type="button"
      className={styles.account}
      aria-label={t('create.accountLabel', { name })}
      title={iconOnly ? name : undefined}
      // pressed before the menu's code is there: it opens with it
      onClick={floating ? undefined : () => setOpened(true)}
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
  if (!floating) return target;
  const { Menu } = floating;
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={240} {...inScreen}>
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
