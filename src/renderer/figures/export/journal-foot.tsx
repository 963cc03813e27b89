import { Button, SegmentedControl } from '@mantine/core';
import { CircleCheck, TriangleAlert, Upload } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COLOURS_OF, colourModeSchema, exportFormatSchema, type ExportFormat } from '../../../shared/export-settings';
import { call } from '../../api';
import { formatBytes, formatElapsed } from '../../ui/format';
import { attempt } from '../../ui/job-actions';
import { Shortcut } from '../../ui/shortcut';
import { useElapsed } from '../../ui/use-elapsed';
import { figures, useFigure } from '../figure-store';
import { ExportProblem } from './export-problem';
import { exportFigure, stopExport, useExport } from './export-store';
import styles from './export.module.css';
import { Counts } from './findings';
import { PREFLIGHT_ID } from './mend';
import { usePreflight } from './preflight-store';
import { useJournal } from './use-journals';

const BatchDialog = lazy(() => import('./batch-dialog'));

const FORMATS: readonly ExportFormat[] = ['pdf', 'tiff', 'png', 'jpeg', 'webp'];
const FORMAT_NAMES: Record<ExportFormat, string> = { pdf: 'PDF', tiff: 'TIFF', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' };

function Formats() {
  const { t } = useTranslation();
  const format = useFigure(({ figure }) => figure.journal.format);
  const colour = useFigure(({ figure }) => figure.journal.colour);
  const colours = COLOURS_OF[format];
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('figureExport.format')}
        value={format}
        data={FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
        onChange={(value) => {
          const next = exportFormatSchema.parse(value);
          figures.setPrint({ format: next, colour: COLOURS_OF[next].includes(colour) ? colour : 'rgb' });
        }}
      />
      {colours.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('figureExport.colour')}
          value={colour}
          data={colours.map((value) => ({ value, label: t(`figureExport.colours.${value}`) }))}
          onChange={(value) => {
            figures.setPrint({ colour: colourModeSchema.parse(value) });
          }}
        />
      )}
    </>
  );
}

function Review() {
  const { t } = useTranslation();
  const journal = useJournal();
  const findings = usePreflight(({ answer }) => answer?.findings);
  if (!findings?.some(({ code, level }) => code === 'text_editable' && level === 'warn')) return null;
  return (
    <p className={styles.note} data-testid="review-copy">
      <span className={styles.review}>
        <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
        {t('figureExport.review', { journal: journal?.name ?? '' })}
      </span>
    </p>
  );
}

function Saved() {
  const { t, i18n } = useTranslation();
  const saved = useExport((state) => state.saved);
  if (!saved) return null;
  return (
    <div className={styles.saved} role="status" data-testid="saved">
      <CircleCheck size={14} strokeWidth={1.6} aria-hidden />
      <span className={styles.savedName} title={saved.path}>
        {t('figureExport.saved', { name: saved.name, size: formatBytes(saved.bytes, i18n.language) })}
      </span>
      <Button
        size="compact-xs"
        onClick={() => {
          attempt(call('figure.showExport', { path: saved.path }));
        }}
      >
        {t('figureExport.show')}
      </Button>
    </div>
  );
}

function Busy({ since }: { since: number }) {
  const { t } = useTranslation();
  const elapsed = useElapsed(since);
  return (
    <div className={styles.busy} role="status">
      {t('figureExport.exporting', { elapsed: formatElapsed(elapsed) })}
      <Button onClick={stopExport}>{t('figureExport.stop')}</Button>
    </div>
  );
}

/** What preflight says, where the button is; the list itself may be out of sight. */
function Verdict() {
  const { t } = useTranslation();
  const { answer, problem } = usePreflight();
  if (!answer || problem) return null;
  return (
    <div className={styles.verdict}>
      <Counts findings={answer.findings} />
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => {
          document.getElementById(PREFLIGHT_ID)?.scrollIntoView({ block: 'start' });
        }}
      >
        {t('figureExport.preflight')}
      </Button>
    </div>
  );
}

function useExportShortcut(enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'e') return;
      event.preventDefault();
      void exportFigure();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [enabled]);
}

/** At the foot of the panel: the format, and the one primary button. */
export function JournalFoot() {
  const { t } = useTranslation();
  const { run, since, problem } = useExport();
  const isEmpty = useFigure(({ figure }) => figure.panels.length === 0);
  const [batch, setBatch] = useState(false);
  useExportShortcut(!batch);
  return (
    <div className={styles.foot} data-testid="export-foot">
      {problem && <ExportProblem error={problem} />}
      <Saved />
      <Verdict />
      <Review />
      <Formats />
      {run === null ? (
        <Button
          variant="filled"
          size="sm"
          fullWidth
          disabled={isEmpty}
          leftSection={<Upload size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => void exportFigure()}
        >
          <span className={styles.withKey}>
            {t('figureExport.export')} <Shortcut keys="mod+E" />
          </span>
        </Button>
      ) : (
        <Busy since={since} />
      )}
      <div className={styles.end}>
        <span className={styles.note}>{t('figureExport.free')}</span>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={isEmpty}
          onClick={() => {
            setBatch(true);
          }}
        >
          {t('figureExport.several')}
        </Button>
      </div>
      {batch && (
        <Suspense fallback={null}>
          <BatchDialog
            onClose={() => {
              setBatch(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
