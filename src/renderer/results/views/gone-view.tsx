import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { OtherShape } from '../other-shape';
import type { ResultProps } from '../result';
import styles from '../results.module.css';

const isEmpty = (answer: unknown): boolean => answer === null || answer === undefined || answer === '';

/** What was to be deleted is deleted; there is nothing else to show. */
export default function GoneView({ result }: ResultProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.lead} data-tone="ok">
        <CircleCheck size={16} strokeWidth={1.6} aria-hidden />
        {t('keys.goneTitle')}
      </p>
      <p className={styles.text}>{t('keys.goneText')}</p>
      {result.kind === 'answer' && !isEmpty(result.answer) && <OtherShape value={result.answer} />}
    </>
  );
}
