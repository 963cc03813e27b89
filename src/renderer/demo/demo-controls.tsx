import { Button } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFloating } from '../ui/use-floating';
import styles from './demo.module.css';

// the banner comes with the window, what unfolds from it when it is asked for
const DemoPanel = lazy(() => import('./demo-panel'));
const StartOver = lazy(() => import('./start-over'));

export function DemoControls() {
  const { t } = useTranslation();
  const floating = useFloating();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const target = (
    <Button
      size="compact-xs"
      className={styles.open ?? ''}
      leftSection={<SlidersHorizontal size={14} strokeWidth={1.6} aria-hidden />}
      aria-expanded={opened}
      aria-haspopup="dialog"
      onClick={() => {
        setOpened(!opened);
      }}
    >
      {t('shell.demoControls')}
    </Button>
  );
  if (!floating) return target;
  const { Popover } = floating;
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} returnFocus withRoles={false}>
        <Popover.Target>{target}</Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('demo.title')} p={0}>
          <Suspense fallback={null}>
            {opened && (
              <DemoPanel
                onClose={() => {
                  setOpened(false);
                }}
                onStartOver={() => {
                  setOpened(false);
                  setAsked(true);
                  setAsking(true);
                }}
              />
            )}
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <Suspense fallback={null}>
        {asked && (
          <StartOver
            opened={asking}
            onClose={() => {
              setAsking(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
