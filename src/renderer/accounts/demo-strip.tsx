import { Button } from '@mantine/core';
import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../api';
import { attempt } from '../ui/job-actions';
import styles from './accounts.module.css';

/** Whose keys these are in demo mode, and the way to one's own. */
export function DemoStrip() {
  const { t } = useTranslation();
  return (
    <section className={styles.vault} data-demo aria-labelledby="demo-key-title">
      <FlaskConical size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.vaultWords}>
        <h2 id="demo-key-title">{t('accounts.demoTitle')}</h2>
        <p>{t('accounts.demoText')}</p>
      </div>
      <Button
        onClick={() => {
          attempt(call('mode.set', { mode: 'live' }));
        }}
      >
        {t('accounts.demoAction')}
      </Button>
    </section>
  );
}
