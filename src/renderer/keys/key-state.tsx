import { CircleCheck, CircleMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './keys.module.css';

/** Whether a key works; servers that do not say so mean that it does. */
export function KeyState({ active }: { active: boolean | null | undefined }) {
  const { t } = useTranslation();
  const off = active === false;
  const Icon = off ? CircleMinus : CircleCheck;
  return (
    <span className={styles.state} data-off={off || undefined}>
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      {off ? t('keys.off') : t('keys.active')}
    </span>
  );
}
