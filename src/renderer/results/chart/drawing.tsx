import { BarChart, LineChart, ScatterChart } from '@mantine/charts';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/charts/styles.css';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import './chart.css';
import { seriesKey, X_KEY, type ChartChoice, type ChartRow } from './chart-choice';

const HEIGHT = 200;
/** Apart for those who see few colours, and on both grounds. */
const COLOURS = [
  'var(--accent-line)',
  'var(--demo)',
  'var(--warn)',
  'var(--ink-3)',
  'var(--bad)',
  'var(--ok)',
] as const;
/** Lines differ in their dashes too. */
const DASHES = ['0', '6 3', '2 3', '8 3 2 3', '1 4', '10 4'] as const;

const still = { isAnimationActive: false } as const;

interface DrawingProps {
  choice: ChartChoice;
  rows: readonly ChartRow[];
}

function numberText(value: number): string {
  return new Intl.NumberFormat(i18next.language, { maximumSignificantDigits: 5 }).format(value);
}

function Scatter({ choice, rows }: DrawingProps) {
  const x = choice.x?.name ?? '';
  const y = choice.series[0]?.name ?? '';
  const points = rows.flatMap((row) => {
    const [across, up] = [row[X_KEY], row[seriesKey(0)]];
    return typeof across === 'number' && typeof up === 'number' ? [{ x: across, y: up }] : [];
  });
  return (
    <ScatterChart
      h={HEIGHT}
      data={[{ name: y, color: COLOURS[0], data: points }]}
      dataKey={{ x: 'x', y: 'y' }}
      labels={{ x, y }}
      xAxisLabel={x}
      yAxisLabel={y}
      valueFormatter={numberText}
      scatterProps={still}
      tooltipAnimationDuration={0}
    />
  );
}

/** Loaded with the chart library when there is something to draw. */
export default function Drawing({ choice, rows }: DrawingProps) {
  const { t } = useTranslation();
  const names = choice.series.map(({ name }) => name);
  const list = new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(names);
  const label =
    choice.kind === 'scatter'
      ? t('results.chart.against', { y: list, x: choice.x?.name ?? '' })
      : t(`results.chart.${choice.kind}`, { names: list });
  const shared = {
    h: HEIGHT,
    data: [...rows],
    dataKey: X_KEY,
    valueFormatter: numberText,
    withLegend: names.length > 1,
    tooltipAnimationDuration: 0,
    xAxisLabel: choice.x?.name ?? t('results.chart.row'),
    series: names.map((name, index) => ({
      name: seriesKey(index),
      label: name,
      color: COLOURS[index] ?? COLOURS[0],
      strokeDasharray: DASHES[index] ?? '0',
    })),
  };
  return (
    <div role="img" aria-label={label}>
      {choice.kind === 'bar' && <BarChart {...shared} maxBarWidth={28} barProps={still} />}
      {choice.kind === 'line' && (
        <LineChart {...shared} withDots={rows.length <= 40} curveType="linear" lineProps={still} />
      )}
      {choice.kind === 'scatter' && <Scatter choice={choice} rows={rows} />}
    </div>
  );
}
