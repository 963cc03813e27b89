import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './create.module.css';

interface AnswerPanelProps {
  status: number;
  answer: unknown;
  /** In ms. */
  took: number;
}

/** A plain call's answer as it came, formatted. */
export function AnswerPanel({ status, answer, took }: AnswerPanelProps) {
  const { t, i18n } = useTranslation();
  const seconds = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: took < 10_000 ? 2 : 0 }).format(
    took / 1000,
  );
  return (
    <section className={styles.answer} aria-labelledby="answer-title" role="status">
      <h3 id="answer-title">
        <CircleCheck size={16} strokeWidth={1.6} aria-hidden />
        <span>{t('create.answered')}</span>
        <span className={styles.answerFacts}>{t('create.answerFacts', { status, seconds })}</span>
      </h3>
      <pre tabIndex={0} aria-label={t('create.answer')}>
        {JSON.stringify(answer, null, 2)}
      </pre>
    </section>
  );
}
