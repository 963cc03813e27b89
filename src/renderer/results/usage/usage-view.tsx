import { SegmentedControl } from '@mantine/core';
import { ChartColumn } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { usageSchema } from '../../../shared/endpoints/bananadev';
import { EmptyState } from '../../ui/empty-state';
import { answerOf, type AnswerProps } from '../answer-of';
import styles from './usage.module.css';
import { MEASURES, type Measure } from './usage-numbers';
import { UsageTable } from './usage-table';
import { useUsageWords } from './use-usage-words';

const UsageChart = lazy(() => import('./usage-chart'));

type Usage = z.infer<typeof usageSchema>;

/** The time that the numbers are about, as it was asked for. */
function useRange({ startDate, endDate }: Record<string, unknown>): string {
  const { t, i18n } = useTranslation();
  const day = (value: unknown): string | undefined => {
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(at)) return undefined;
    // a day is a day of UTC at the service, whatever the reader's zone is
    return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
  };
  const from = day(startDate);
  const to = day(endDate);
  if (from && to) return t('results.usage.range', { from, to });
  if (from) return t('results.usage.rangeFrom', { from });
  if (to) return t('results.usage.rangeTo', { to });
  return t('results.usage.rangeDefault');
}

function Usage({ value, result }: AnswerProps<Usage>) {
  const { t } = useTranslation();
  const [measure, setMeasure] = useState<Measure>('calls');
  const say = useUsageWords();
  const range = useRange(result.input);
  const { totalCalls, totalComputeTime, totalCost, byModel } = value.data;
  const totals = { calls: totalCalls, computeTime: totalComputeTime, cost: totalCost };
  const models = byModel ?? [];
  if (totalCalls === 0 && models.length === 0)
    return <EmptyState icon={ChartColumn} title={t('results.usage.noneTitle')} text={t('results.usage.noneText')} />;
  return (
    <div className={styles.usage} data-testid="usage">
      <p className={styles.range}>{range}</p>
      <dl className={styles.totals}>
        {MEASURES.map((one) => (
          <div key={one}>
            <dt>{t(`results.usage.${one}`)}</dt>
            <dd className="number">{say(one, totals[one])}</dd>
          </div>
        ))}
      </dl>
      {models.length > 0 && (
        <>
          <SegmentedControl
            aria-label={t('results.usage.measure')}
            value={measure}
            onChange={setMeasure}
            data={MEASURES.map((one) => ({ value: one, label: t(`results.usage.${one}`) }))}
          />
          <Suspense fallback={<div className={styles.chartPlace} />}>
            <UsageChart models={models} measure={measure} />
          </Suspense>
          <UsageTable models={models} totals={totals} measure={measure} />
        </>
      )}
      <p className="secondary">{t('results.usage.costNote')}</p>
    </div>
  );
}

export default answerOf<Usage>(usageSchema, Usage);
