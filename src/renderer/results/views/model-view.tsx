import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { modelDetailSchema } from '../../../shared/endpoints/bananadev';
import { answerOf, type AnswerProps } from '../answer-of';
import { Facts } from '../facts';
import { Moment } from '../moment';
import { runModel } from '../models';
import styles from '../results.module.css';
import { withCopy } from '../with-copy';
import { withoutSecrets } from '../without-secrets';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function Config({ config }: { config: Record<string, unknown> }) {
  const { t } = useTranslation();
  const rows = Object.entries(withoutSecrets(config) as Record<string, unknown>);
  if (rows.length === 0) return <p className={styles.note}>{t('results.models.noConfig')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('results.models.setting')}</th>
          <th scope="col">{t('results.models.value')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row" className="mono">
              {name}
            </th>
            <td className="mono">{textOf(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ModelDetail({ value }: AnswerProps<z.infer<typeof modelDetailSchema>>) {
  const { t } = useTranslation();
  const model = value.data;
  const facts = [
    { name: t('results.models.key'), value: withCopy(model.modelKey, t('results.models.copyKey')) },
    { name: t('results.models.made'), value: <Moment at={model.createdAt} /> },
    { name: t('results.models.changed'), value: <Moment at={model.updatedAt} /> },
  ];
  return (
    <>
      <p className={styles.lead}>{model.name ?? model.modelKey}</p>
      {model.description && <p className={styles.text}>{model.description}</p>}
      <Facts facts={facts} />
      <h4 className={styles.heading}>{t('results.models.config')}</h4>
      <Config config={model.config ?? {}} />
      <div className={styles.actions}>
        <Button
          leftSection={<Play size={14} aria-hidden />}
          onClick={() => {
            runModel(model);
          }}
        >
          {t('results.models.run')}
        </Button>
      </div>
    </>
  );
}

export default answerOf(modelDetailSchema, ModelDetail);
