import { Drawer } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attempt } from '../ui/job-actions';
import { portalTarget } from '../ui/portal-target';
import { useMatchMedia } from '../ui/use-match-media';
import { CompareView } from './compose/compare-view';
import { useCompose } from './compose/compose-store';
import { FigureBar } from './figure-bar';
import { useFigure } from './figure-store';
import styles from './figures.module.css';
import { openLast } from './saved-figures';
import { SettingsPanel } from './settings/settings-panel';
import { Stage } from './stage/stage';
import { PageFacts } from './stage/page-facts';
import { Tray } from './tray/tray';
import { useFigureKeys } from './use-figure-keys';

/** Figures: panels in order at the bottom, the page in the middle, what it looks like at the right. */
export default function FigureScreen() {
  const { t } = useTranslation();
  const narrow = useMatchMedia('(max-width: 999px)');
  const [drawer, setDrawer] = useState(false);
  const id = useFigure((state) => state.figure.id);
  const composed = useCompose((state) => (state.comparing ? state.composed[id] : undefined));
  useFigureKeys();
  useEffect(() => {
    attempt(openLast());
  }, []);
  if (composed && composed.jobId !== null) return <CompareView figure={composed.figure} jobId={composed.jobId} />;
  return (
    <div className={styles.screen} {...portalTarget}>
      <div className={styles.main}>
        <FigureBar
          {...(narrow && {
            onDetails: () => {
              setDrawer(true);
            },
          })}
        />
        <Stage />
        <PageFacts />
        <Tray />
      </div>
      {narrow ? (
        <Drawer.Root
          opened={drawer}
          onClose={() => {
            setDrawer(false);
          }}
          position="right"
          size={304}
          padding={0}
          classNames={{ content: styles.drawer ?? '', body: styles.drawerBody ?? '' }}
          transitionProps={{ duration: 160 }}
        >
          <Drawer.Overlay backgroundOpacity={0.1} />
          <Drawer.Content>
            <div className={styles.drawerHead}>
              <Drawer.Title className={styles.drawerTitle ?? ''}>{t('composer.details')}</Drawer.Title>
              <Drawer.CloseButton iconSize={16} aria-label={t('common.close')} />
            </div>
            <Drawer.Body>
              <SettingsPanel />
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      ) : (
        <aside className={styles.side} aria-label={t('composer.settings')}>
          <SettingsPanel />
        </aside>
      )}
    </div>
  );
}
