import { useTranslation } from 'react-i18next';
import { JsonTree } from './json-tree/json-tree';
import styles from './results.module.css';

export function OtherShape({ value }: { value: unknown }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.note}>{t('results.otherShape')}</p>
      <JsonTree value={value} />
    </>
  );
}
