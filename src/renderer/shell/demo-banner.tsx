import { Button } from '@mantine/core';
import { ArrowRight, CirclePause, FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call, useOperation } from '../api';
import { DemoControls } from '../demo/demo-controls';
import { attempt } from '../ui/job-actions';
import { useAfterPaint } from '../ui/use-after-paint';
import { useUi } from '../ui-store';
import styles from './shell.module.css';

/** The demo's queue does not show them, and they go on all the same. */
function LiveJobs() {
  const { t } = useTranslation();
  const go = useUi((state) => state.go);
  const afterPaint = useAfterPaint();
  const { data: count = 0 } = useOperation('job.liveNeedsYou', undefined, { enabled: afterPaint });
  if (count === 0) return null;
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      c="var(--warn)"
      leftSection={<CirclePause size={14} aria-hidden />}
      onClick={() => {
        attempt(
          call('mode.set', { mode: 'live' }).then(() => {
            go('queue');
          }),
        );
      }}
    >
      {t('shell.liveNeedsYou', { count })}
    </Button>
  );
}

/** On every screen of the demo, so that nobody takes its pictures for results or waits for a bill. */
export function DemoBanner() {
  const { t } = useTranslation();
  return (
    <div className={styles.banner} role="status">
      <FlaskConical size={16} strokeWidth={1.6} aria-hidden />
      <div className={styles.bannerText}>
        <strong className="lead">{t('shell.demoLead')}</strong>
        {t('shell.demoBanner')}
      </div>
      <LiveJobs />
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
