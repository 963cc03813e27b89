import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../shared/contract';
import { Choice } from '../ui/choice';
import styles from './accounts.module.css';

interface KeepChoiceProps {
  vault: VaultStatus;
  keep: VaultStatus['kind'];
  onChange: (keep: VaultStatus['kind']) => void;
}

/** Where a key is to lie. */
export function KeepChoice({ vault, keep, onChange }: KeepChoiceProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Choice
        label={t('accounts.keepIn')}
        value={keep}
        onChange={onChange}
        options={[
          { value: 'keychain', label: t('accounts.keychain'), disabled: vault.kind !== 'keychain' },
          { value: 'session', label: t('accounts.session') },
        ]}
      />
      {vault.kind !== 'keychain' && <p className={styles.help}>{t('accounts.noKeychain')}</p>}
    </div>
  );
}
