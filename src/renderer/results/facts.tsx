import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './results.module.css';

export interface Fact {
  name: string;
  value: ReactNode;
}

/** Names and values below each other; what the server left out is said, not left blank. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? (
              <span className={styles.none}>{t('results.notTold')}</span>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
