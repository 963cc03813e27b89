import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { shownKeySchema, type ShownKey } from '../../keys/key-record';
import { KeyTable } from '../../keys/key-table';
import { revealKey } from '../../keys/reveal-key';
import { EmptyState } from '../../ui/empty-state';
import { answerOf, type AnswerProps } from '../answer-of';
import styles from '../results.module.css';

function Keys({ value }: AnswerProps<ShownKey[]>) {
  const { t } = useTranslation();
  if (value.length === 0) return <EmptyState icon={KeyRound} title={t('keys.noneTitle')} text={t('keys.noneText')} />;
  return (
    <>
      <h4 className={styles.heading}>{t('keys.count', { count: value.length })}</h4>
      <KeyTable keys={value} reveal={revealKey} />
    </>
  );
}

export default answerOf(z.array(shownKeySchema), Keys);
