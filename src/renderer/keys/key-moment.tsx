import { useTranslation } from 'react-i18next';
import { momentOf } from './key-record';

const DAY: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
const EXACT: Intl.DateTimeFormatOptions = { ...DAY, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A server's date in the reader's language and zone; what is no date stays as the server wrote it. */
export function KeyMoment({ text, exact = false }: { text: string | null | undefined; exact?: boolean }) {
  const { t, i18n } = useTranslation();
  if (!text) return <>{t('keys.notTold')}</>;
  const at = momentOf(text);
  if (at === undefined) return <>{text}</>;
  const words = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(i18n.language, options).format(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={exact ? undefined : words(EXACT)}>
      {words(exact ? EXACT : DAY)}
    </time>
  );
}
