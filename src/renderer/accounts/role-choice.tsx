import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../shared/contract';
import styles from './accounts.module.css';

type Role = ProfileView['role'];

/** PaperBanana has two kinds of keys: those that draw, and the one that hands out the others. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation();
  const label = useId();
  return (
    <div>
      <p className={styles.label} id={label}>
        {t('accounts.role')}
      </p>
      <SegmentedControl
        aria-labelledby={label}
        value={role}
        onChange={onChange}
        data={[
          { value: 'user', label: t('accounts.roleUser') },
          { value: 'admin', label: t('accounts.roleAdmin') },
        ]}
      />
    </div>
  );
}
