import { Button } from '@mantine/core';
import { Boxes } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { modelsSchema } from '../../../shared/endpoints/bananadev';
import { EmptyState } from '../../ui/empty-state';
import { answerOf, type AnswerProps } from '../answer-of';
import { Moment } from '../moment';
import { runModel, showModel, type Model } from '../models';
import styles from '../results.module.css';

function Line({ model }: { model: Model }) {
  const { t } = useTranslation();
  const name = model.name ?? model.modelKey;
  return (
    <li>
      <div className={styles.listHead}>
        <span>
          <strong className={styles.name}>{name}</strong> <span className="mono">{model.modelKey}</span>
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('results.models.detailsNamed', { name })}
          onClick={() => {
            showModel(model);
          }}
        >
          {t('results.models.details')}
        </Button>
        <Button
          size="compact-xs"
          aria-label={t('results.models.runNamed', { name })}
          onClick={() => {
            runModel(model);
          }}
        >
          {t('results.models.run')}
        </Button>
      </div>
      {model.description && <p className={styles.text}>{model.description}</p>}
      {model.createdAt !== null && model.createdAt !== undefined && (
        <p className="meta">
          {t('results.models.made')} <Moment at={model.createdAt} />
        </p>
      )}
    </li>
  );
}

function Models({ value }: AnswerProps<z.infer<typeof modelsSchema>>) {
  const { t } = useTranslation();
  const { models } = value.data;
  if (models.length === 0)
    return <EmptyState icon={Boxes} title={t('results.models.noneTitle')} text={t('results.models.noneText')} />;
  return (
    <>
      <h4 className={styles.heading}>{t('results.models.title', { count: models.length })}</h4>
      <ul className={styles.list}>
        {models.map((model) => (
          <Line key={model.modelKey} model={model} />
        ))}
      </ul>
    </>
  );
}

export default answerOf(modelsSchema, Models);
