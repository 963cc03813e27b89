import { useTranslation } from 'react-i18next';
import results from '../results.module.css';
import { byMeasure, MEASURES, shareOf, type Measure, type ModelUsage } from './usage-numbers';
import { useUsageWords } from './use-usage-words';

interface UsageTableProps {
  models: readonly ModelUsage[];
  totals: Readonly<Record<Measure, number>>;
  /** What the rows are sorted by, and the share is of. */
  measure: Measure;
}

/** All numbers in words, for whoever wants them exactly or does not see the bars. */
export function UsageTable({ models, totals, measure }: UsageTableProps) {
  const { t, i18n } = useTranslation();
  const say = useUsageWords();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <div className={results.scroller} role="region" aria-label={t('results.usage.table')} tabIndex={0}>
      <table className={results.table}>
        <thead>
          <tr>
            <th scope="col">{t('results.usage.model')}</th>
            {MEASURES.map((one) => (
              <th
                key={one}
                scope="col"
                className={results.right}
                aria-sort={one === measure ? 'descending' : undefined}
              >
                {t(`results.usage.${one}`)}
              </th>
            ))}
            <th scope="col" className={results.right}>
              {t('results.usage.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byMeasure(models, measure).map((model) => {
            const share = shareOf(model[measure], totals[measure]);
            return (
              <tr key={model.modelKey}>
                <th scope="row" className="mono">
                  {model.modelKey}
                </th>
                {MEASURES.map((one) => (
                  <td key={one} className={results.right}>
                    {say(one, model[one])}
                  </td>
                ))}
                <td className={results.right}>{share === null ? '' : percent.format(share)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('results.usage.total')}</th>
            {MEASURES.map((one) => (
              <td key={one} className={results.right}>
                {say(one, totals[one])}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
