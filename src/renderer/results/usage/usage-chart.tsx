import { BarChart } from '@mantine/charts';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import '../chart/chart.css';
import { forChart, type Measure, type ModelUsage } from './usage-numbers';
import { useUsageWords } from './use-usage-words';

const BAR_ROOM = 30;
const AXIS_ROOM = 34;
const LABEL = 22;

const short = (name: string): string => (name.length > LABEL ? `${name.slice(0, LABEL - 1)}…` : name);

/** One measure by model, the largest on top. The table below tells the same in words. */
export default function UsageChart({ models, measure }: { models: readonly ModelUsage[]; measure: Measure }) {
  const { t } = useTranslation();
  const say = useUsageWords();
  const bars = forChart(models, measure, t('results.usage.rest'));
  const name = t(`results.usage.${measure}`);
  return (
    <div role="img" aria-label={t('results.usage.chart', { measure: name })}>
      <BarChart
        h={bars.length * BAR_ROOM + AXIS_ROOM}
        data={bars.map((bar) => ({ model: short(bar.modelKey), value: bar[measure] }))}
        dataKey="model"
        orientation="vertical"
        series={[{ name: 'value', label: name, color: 'var(--accent-line)' }]}
        valueFormatter={(value) => say(measure, value)}
        gridAxis="x"
        tickLine="none"
        maxBarWidth={16}
        yAxisProps={{ width: 150, interval: 0 }}
        barProps={{ isAnimationActive: false, radius: 2 }}
        tooltipAnimationDuration={0}
      />
    </div>
  );
}
