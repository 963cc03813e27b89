import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import { Choice } from '../ui/choice';

type Role = ProfileView['role'];

/** PaperBanana has two kinds of keys: those that draw, and the one that hands out the others. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('accounts.role')}
      value={role}
      onChange={onChange}
      options={[
        { value: 'user', label: t('accounts.roleUser') },
        { value: 'admin', label: t('accounts.roleAdmin') },
      ]}
    />
  );
}
