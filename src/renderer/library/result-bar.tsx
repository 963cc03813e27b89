import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import {
  ArrowLeft,
  ChevronLeft,
  ChevronRight,
  Download,
  Grid2x2,
  Maximize,
  Moon,
  PanelRight,
  Square,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLibrary, type Background } from './library-store';
import styles from './result.module.css';
import type { Zoom } from './use-zoom';

const BACKGROUNDS: readonly [Background, LucideIcon][] = [
  ['transparent', Grid2x2],
  ['paper', Square],
  ['dark', Moon],
];

interface ToolProps {
  name: string;
  icon: LucideIcon;
  onPress: () => void;
  disabled?: boolean;
  pressed?: boolean;
}

function Tool({ name, icon: Icon, onPress, disabled = false, pressed }: ToolProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon aria-label={name} aria-pressed={pressed} disabled={disabled} onClick={onPress}>
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Backgrounds({ short }: { short: boolean }) {
  const { t } = useTranslation();
  const background = useLibrary((state) => state.background);
  return (
    <SegmentedControl
      aria-label={t('library.background')}
      value={background}
      onChange={(value) => {
        useLibrary.setState({ background: value });
      }}
      data={BACKGROUNDS.map(([value, Icon]) => ({
        value,
        label: (
          <span className={styles.choice}>
            <Icon size={14} strokeWidth={1.6} aria-hidden />
            <span className={short ? 'visually-hidden' : ''}>{t(`library.${value}`)}</span>
          </span>
        ),
      }))}
    />
  );
}

interface ResultBarProps {
  position: { at: number; total: number } | undefined;
  previous: string | undefined;
  next: string | undefined;
  zoom: Zoom;
  onBack: () => void;
  onOpen: (id: string) => void;
  /** In a narrow window the inspector is a drawer, and the main action stands here. */
  narrow?: { onSave: () => void; onDetails: () => void };
}

export function ResultBar({ position, previous, next, zoom, onBack, onOpen, narrow }: ResultBarProps) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(zoom.value);
  const step = (id: string | undefined) => () => {
    if (id !== undefined) onOpen(id);
  };
  return (
    <div className={styles.bar} role="group" aria-label={t('library.tools')}>
      <Tool name={t('library.back')} icon={ArrowLeft} onPress={onBack} />
      {position && (
        <span className={styles.steps}>
          <Tool
            name={t('library.previous')}
            icon={ChevronLeft}
            onPress={step(previous)}
            disabled={previous === undefined}
          />
          <span className="number">{t('library.position', { position: position.at, total: position.total })}</span>
          <Tool name={t('library.next')} icon={ChevronRight} onPress={step(next)} disabled={next === undefined} />
        </span>
      )}
      <span className={styles.space} />
      <Backgrounds short={narrow !== undefined} />
      <span className={styles.zoom}>
        <Tool name={t('library.zoomOut')} icon={ZoomOut} onPress={zoom.out} />
        <Tooltip label={t('library.actualSize')}>
          <button
            type="button"
            className={styles.percent}
            aria-label={`${t('library.zoomIs', { zoom: percent })}. ${t('library.actualSize')}`}
            onClick={zoom.actual}
          >
            {percent}
          </button>
        </Tooltip>
        <Tool name={t('library.zoomIn')} icon={ZoomIn} onPress={zoom.in} />
        <Tool name={t('library.fit')} icon={Maximize} onPress={zoom.fit} pressed={zoom.fits} />
      </span>
      {narrow && (
        <>
          <Button variant="filled" leftSection={<Download size={14} aria-hidden />} onClick={narrow.onSave}>
            {t('library.saveAs')}
          </Button>
          <Tool name={t('library.details')} icon={PanelRight} onPress={narrow.onDetails} />
        </>
      )}
    </div>
  );
}
