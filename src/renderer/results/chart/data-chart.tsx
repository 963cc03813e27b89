import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseChart, chartRows, type DataColumn } from './chart-choice';
import styles from './data-chart.module.css';

const Drawing = lazy(() => import('./drawing'));

/** The data as this computer draws it, before a unit is spent on what the server makes of it. */
export function DataChart({ columns }: { columns: readonly DataColumn[] }) {
  const { t } = useTranslation();
  const choice = useMemo(() => chooseChart(columns), [columns]);
  const rows = useMemo(() => (choice ? chartRows(choice) : []), [choice]);
  const count = Math.max(0, ...columns.map(({ values }) => values.length));
  const limits = [
    choice && choice.left > 0 ? t('results.chart.left', { count: choice.left }) : '',
    rows.length > 0 && rows.length < count ? t('results.chart.thinned', { shown: rows.length, count }) : '',
  ].filter(Boolean);
  return (
    <section className={styles.chart} aria-label={t('results.chart.title')} data-testid="data-chart">
      <h3>{t('results.chart.title')}</h3>
      {choice ? (
        <Suspense fallback={<div className={styles.place} />}>
          <Drawing choice={choice} rows={rows} />
        </Suspense>
      ) : (
        <p className="secondary">{t('results.chart.none')}</p>
      )}
      {limits.length > 0 && <p className="secondary number">{limits.join(' ')}</p>}
      <p className="meta">{t('results.chart.note')}</p>
    </section>
  );
}
