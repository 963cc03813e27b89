import { ActionIcon, Button, FocusTrap, SegmentedControl, Tooltip } from '@mantine/core';
import { Dices, RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DemoSettings } from '../../shared/settings';
import { useOperation } from '../api';
import { BoundedNumber } from '../ui/bounded-number';
import { attempt } from '../ui/job-actions';
import { patchSettings } from '../ui/preferences';
import styles from './demo.module.css';
import { DemoFailures } from './demo-failures';
import { DemoRules } from './demo-rules';

const SPEEDS = ['1', '10', '60', '0'] as const;
/** The job that the speed is explained with. */
const USUAL_SECONDS = 60;
const MOST_SEED = 999_999;

const speedOf = (text: (typeof SPEEDS)[number]): DemoSettings['speed'] => {
  switch (text) {
    case '0':
      return 0;
    case '1':
      return 1;
    case '10':
      return 10;
    case '60':
      return 60;
  }
};

interface DemoPanelProps {
  onClose: () => void;
  onStartOver: () => void;
}

/** What the pretend server does; every change counts at once. */
export default function DemoPanel({ onClose, onStartOver }: DemoPanelProps) {
  const { t } = useTranslation();
  const { data: settings } = useOperation('settings.get', undefined);
  if (!settings) return null;
  const { demo } = settings;
  const change = (part: Partial<DemoSettings>): void => {
    attempt(patchSettings({ demo: { ...demo, ...part } }));
  };
  const takes =
    demo.speed === 0
      ? t('demo.speedAtOnce')
      : t('demo.speedTakes', { time: t('demo.seconds', { count: USUAL_SECONDS / demo.speed }) });
  return (
    <FocusTrap active>
      <div className={styles.panel}>
        <div className={styles.head}>
          <h2>{t('demo.title')}</h2>
          <ActionIcon size={24} aria-label={t('common.close')} onClick={onClose}>
            <X size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </div>
        <section className={styles.section}>
          <div className={styles.line}>
            <h3 id="demo-speed">{t('demo.speed')}</h3>
            <span className="secondary number">{takes}</span>
          </div>
          <SegmentedControl
            fullWidth
            data-autofocus
            aria-labelledby="demo-speed"
            value={SPEEDS.find((speed) => speedOf(speed) === demo.speed) ?? '10'}
            onChange={(speed) => {
              change({ speed: speedOf(speed) });
            }}
            data={SPEEDS.map((value) => ({ value, label: t(`demo.speeds.${value}`) }))}
          />
        </section>
        <section className={styles.section}>
          <h3 id="demo-behaviour">{t('demo.behaviour')}</h3>
          <SegmentedControl
            fullWidth
            aria-labelledby="demo-behaviour"
            value={demo.behaviour}
            onChange={(behaviour) => {
              change({ behaviour });
            }}
            data={[
              { value: 'documented', label: t('demo.documented') },
              { value: 'observed', label: t('demo.observed') },
            ]}
          />
        </section>
        <DemoFailures
          failures={demo.failures}
          onChange={(failures) => {
            change({ failures });
          }}
        />
        <DemoRules
          rules={demo.rules}
          onChange={(rules) => {
            change({ rules });
          }}
        />
        <section className={styles.section}>
          <div className={styles.line}>
            <h3 id="demo-seed">{t('demo.seed')}</h3>
            <span className={styles.seed}>
              <BoundedNumber
                whole
                w={96}
                aria-labelledby="demo-seed"
                least={0}
                most={MOST_SEED}
                value={demo.seed}
                onChange={(seed) => {
                  change({ seed });
                }}
              />
              <Tooltip label={t('demo.newSeed')}>
                <ActionIcon
                  variant="default"
                  aria-label={t('demo.newSeed')}
                  onClick={() => {
                    change({ seed: Math.floor(Math.random() * (MOST_SEED + 1)) });
                  }}
                >
                  <Dices size={14} strokeWidth={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </span>
          </div>
          <p className="secondary">{t('demo.seedMore')}</p>
        </section>
        <section className={styles.section}>
          <Button variant="subtle" leftSection={<RotateCcw size={14} aria-hidden />} onClick={onStartOver}>
            {t('demo.startOver')}
          </Button>
        </section>
      </div>
    </FocusTrap>
  );
}
