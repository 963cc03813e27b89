import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { Maximize, PanelRight, Redo2, Undo2, ZoomIn, ZoomOut, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../ui/time-text';
import { FigureMenu } from './figure-menu';
import { figures, useFigure } from './figure-store';
import styles from './figures.module.css';
import { useKept } from './saved-figures';
import { stage, useStage, zoomOf } from './stage/stage-store';

interface ToolProps {
  name: string;
  icon: LucideIcon;
  onPress: () => void;
  disabled?: boolean;
  pressed?: boolean;
  shortcut?: string;
}

function Tool({ name, icon: Icon, onPress, disabled = false, pressed, shortcut }: ToolProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        aria-label={name}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut}
        disabled={disabled}
        onClick={onPress}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function NameField() {
  const { t, i18n } = useTranslation();
  const name = useFigure((state) => state.figure.name);
  const { keptAt, failed } = useKept();
  return (
    <>
      <input
        className={styles.name}
        aria-label={t('composer.nameLabel')}
        placeholder={t('composer.untitled')}
        title={name}
        maxLength={200}
        spellCheck={false}
        value={name}
        onChange={(event) => {
          figures.rename(event.currentTarget.value);
        }}
        onBlur={figures.settle}
      />
      <span className={`secondary number ${styles.kept}`} role="status" data-failed={failed || undefined}>
        {failed
          ? t('composer.saveFailed')
          : keptAt !== null && t('composer.saved', { time: clockText(keptAt, i18n.language) })}
      </span>
    </>
  );
}

function ZoomTools() {
  const { t, i18n } = useTranslation();
  const zoom = useStage(zoomOf);
  const fits = useStage((state) => state.chosen === null);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(zoom);
  return (
    <span className={styles.group}>
      <Tool
        name={t('library.zoomOut')}
        icon={ZoomOut}
        onPress={() => {
          stage.zoomBy(-1);
        }}
      />
      <Tooltip label={t('library.actualSize')}>
        <button
          type="button"
          className={styles.percent}
          aria-label={`${t('library.zoomIs', { zoom: percent })}. ${t('library.actualSize')}`}
          onClick={stage.actual}
        >
          {percent}
        </button>
      </Tooltip>
      <Tool
        name={t('library.zoomIn')}
        icon={ZoomIn}
        onPress={() => {
          stage.zoomBy(1);
        }}
      />
      <Tool name={t('library.fit')} icon={Maximize} onPress={stage.fit} pressed={fits} />
    </span>
  );
}

/** The figure's name, its steps back and forth, rulers and zoom. */
export function FigureBar({ onDetails }: { onDetails?: () => void }) {
  const { t } = useTranslation();
  const past = useFigure((state) => state.past.length > 0);
  const future = useFigure((state) => state.future.length > 0);
  const mode = useFigure((state) => state.figure.mode);
  const ruler = useStage((state) => state.ruler) ?? (mode === 'server' ? 'px' : 'mm');
  return (
    <div className={styles.bar} role="group" aria-label={t('composer.tools')}>
      <FigureMenu />
      <NameField />
      <span className={styles.group}>
        <Tool name={t('composer.undo')} icon={Undo2} onPress={figures.undo} disabled={!past} shortcut="Control+Z" />
        <Tool
          name={t('composer.redo')}
          icon={Redo2}
          onPress={figures.redo}
          disabled={!future}
          shortcut="Control+Shift+Z"
        />
      </span>
      <SegmentedControl
        aria-label={t('composer.units')}
        value={ruler}
        data={(['mm', 'px'] as const).map((value) => ({ value, label: t(`composer.${value}`) }))}
        onChange={(value) => {
          useStage.setState({ ruler: value });
        }}
      />
      <ZoomTools />
      {onDetails && <Tool name={t('composer.details')} icon={PanelRight} onPress={onDetails} />}
    </div>
  );
}
