import { Button } from '@mantine/core';
import { ArrowRight, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../api';
import { DemoControls } from '../demo/demo-controls';
import styles from './shell.module.css';

/** On every screen of the demo, so that nobody takes its pictures for results or waits for a bill. */
export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <div className={styles.banner} role="status">
      <FlaskConical size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.bannerText}>
        <strong>{t('shell.demoLead')}</strong> {t('shell.demoBanner')}
      </div>
      <DemoControls />
      <Button
        size="compact-xs"
        rightSection={<ArrowRight size={14} aria-hidden />}
        onClick={() => {
          void call('mode.set', { mode: 'live' });
        }}
      >
        {t('shell.goLive')}
      </Button>
    </div>
  );
}
