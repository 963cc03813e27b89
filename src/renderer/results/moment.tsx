import { useTranslation } from 'react-i18next';

const FORM: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

/** A time as services tell it (ms since epoch, or ISO), in the reader's language and zone. */
export function Moment({ at }: { at: number | string | null | undefined }) {
  const { t, i18n } = useTranslation();
  if (at === null || at === undefined || at === '') return <>{t('results.notTold')}</>;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <>{at}</>;
  return (
    <time className="number" dateTime={date.toISOString()}>
      {new Intl.DateTimeFormat(i18n.language, FORM).format(date)}
    </time>
  );
}
