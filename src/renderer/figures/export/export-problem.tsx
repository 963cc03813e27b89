import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AppErrorData } from '../../../shared/app-error';
import { Problem } from '../../ui/problem';
import { figures, useFigure } from '../figure-store';
import styles from './export.module.css';
import { exportFigure, forgetProblem } from './export-store';
import { inWords } from './panel-letters';

/** What to do where the pixels do not suffice: smaller, as they are, or enlarged after all. */
function TooCoarse({ widthMm }: { widthMm: number }) {
  const { t } = useTranslation();
  const again = (change: () => void): void => {
    change();
    forgetProblem();
  };
  return (
    <>
      {widthMm >= 10 && (
        <Button
          size="compact-xs"
          onClick={() => {
            again(() => {
              figures.setPrint({ widthMm });
            });
          }}
        >
          {t('figureExport.mend.width', { mm: widthMm })}
        </Button>
      )}
      <Button
        size="compact-xs"
        onClick={() => {
          again(() => {
            figures.setPrint({ format: 'pdf', colour: 'rgb' });
          });
        }}
      >
        {t('figureExport.asPdf')}
      </Button>
      <Button size="compact-xs" onClick={() => void exportFigure({ upsample: true })}>
        {t('figureExport.enlarge')}
      </Button>
    </>
  );
}

export function ExportProblem({ error }: { error: AppErrorData }) {
  const shown = inWords(
    error,
    useFigure(({ figure }) => figure.panels),
  );
  return (
    <div className={styles.error}>
      {error.code === 'figure_too_coarse' ? (
        <Problem error={shown} actions={<TooCoarse widthMm={Number(error.params?.['widthMm'] ?? 0)} />} />
      ) : (
        <Problem error={shown} />
      )}
    </div>
  );
}
