import { useTranslation } from 'react-i18next';
import { costText, durationText, type Measure } from './usage-numbers';

/** How the numbers of each measure are written in the reader's language. */
export function useUsageWords(): (measure: Measure, value: number) => string {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  const words = {
    hours: t('results.usage.hours'),
    minutes: t('results.usage.minutes'),
    seconds: t('results.usage.seconds'),
    milliseconds: t('results.usage.milliseconds'),
  };
  return (measure, value) => {
    switch (measure) {
      case 'calls':
        return new Intl.NumberFormat(locale).format(value);
      case 'computeTime':
        return durationText(value, locale, words);
      case 'cost':
        return costText(value, locale);
    }
  };
}
