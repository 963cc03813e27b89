import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { answerOf, type AnswerProps } from '../answer-of';
import { Facts } from '../facts';
import styles from '../results.module.css';

const schema = z.looseObject({ status: z.string(), version: z.string().nullish() });

function Health({ value }: AnswerProps<z.infer<typeof schema>>) {
  const { t } = useTranslation();
  const facts = [
    { name: t('results.health.state'), value: value.status },
    { name: t('results.health.version'), value: value.version && <span className="mono">{value.version}</span> },
  ];
  return (
    <>
      <p className={styles.lead} data-tone="ok">
        <CircleCheck size={16} strokeWidth={1.6} aria-hidden />
        {t('results.health.up')}
      </p>
      <Facts facts={facts} />
    </>
  );
}

export default answerOf(schema, Health);
