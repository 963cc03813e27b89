import { useTranslation } from 'react-i18next';
import { KeyFacts } from '../../keys/key-facts';
import { shownKeyDetailSchema, type ShownKeyDetail } from '../../keys/key-record';
import { revealKey } from '../../keys/reveal-key';
import { UsageLog } from '../../keys/usage-log';
import { answerOf, type AnswerProps } from '../answer-of';
import styles from '../results.module.css';

function Key({ value, endpoint }: AnswerProps<ShownKeyDetail>) {
  const { t } = useTranslation();
  const isNew = endpoint.answer.status === 201;
  return (
    <>
      {isNew && (
        <div className={styles.once}>
          <strong>{t('keys.shownOnce')}</strong>
          {t('keys.shownOnceText')}
        </div>
      )}
      <KeyFacts record={value} reveal={revealKey} />
      {value.usage_log && (
        <>
          <h4 className={styles.heading}>{t('keys.log')}</h4>
          <UsageLog entries={value.usage_log} />
        </>
      )}
    </>
  );
}

export default answerOf(shownKeyDetailSchema, Key);
