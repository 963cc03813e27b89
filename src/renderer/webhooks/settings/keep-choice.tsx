import { useTranslation } from 'react-i18next';
import type { VaultStatus } from '../../../shared/contract';
import { Choice } from '../../ui/choice';

interface KeepChoiceProps {
  value: VaultStatus['kind'];
  onChange: (keep: VaultStatus['kind']) => void;
}

/** Where a secret is to lie; without a keychain there is no choice. */
export function KeepChoice({ value, onChange }: KeepChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('accounts.keepIn')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'keychain', label: t('accounts.keychain') },
        { value: 'session', label: t('accounts.session') },
      ]}
    />
  );
}
