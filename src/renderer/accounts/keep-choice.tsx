import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../shared/contract';
import styles from './accounts.module.css';

interface KeepChoiceProps {
  vault: VaultStatus;
  keep: VaultStatus['kind'];
  onChange: (keep: VaultStatus['kind']) => void;
}

/** Where a key is to lie. */
export function KeepChoice({ vault, keep, onChange }: KeepChoiceProps) {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div>
      <p className={styles.label} id={label}>
        {t('accounts.keepIn')}
      </p>
      <SegmentedControl
        aria-labelledby={label}
        value={keep}
        onChange={onChange}
        data={[
          { value: 'keychain', label: t('accounts.keychain'), disabled: vault.kind !== 'keychain' },
          { value: 'session', label: t('accounts.session') },
        ]}
      />
      {vault.kind !== 'keychain' && <p className={styles.help}>{t('accounts.noKeychain')}</p>}
    </div>
  );
}
