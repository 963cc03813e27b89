import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { taskSchema } from '../../../shared/endpoints/paperbanana-task';
import { readStatus } from '../../../shared/endpoints/status-word';
import { lookUp } from '../../i18n';
import { CopyButton } from '../../ui/copy-button';
import { taskAdoption } from '../adopt/adoption';
import { Follow } from '../adopt/follow';
import { answerOf, type AnswerProps } from '../answer-of';
import { Facts } from '../facts';
import styles from '../results.module.css';
import { TaskState } from '../task-state';
import { withCopy } from '../with-copy';

function Task({ value }: AnswerProps<z.infer<typeof taskSchema>>) {
  const { t } = useTranslation();
  const kind = value.diagram_type ? (lookUp(`results.task.${value.diagram_type}`) ?? value.diagram_type) : undefined;
  const formats = Object.keys(value.artifacts ?? {}).map((format) => format.toUpperCase());
  const facts = [
    { name: t('results.task.id'), value: withCopy(value.task_id, t('results.task.copyId')) },
    { name: t('results.task.kind'), value: kind },
    ...(formats.length > 0 ? [{ name: t('results.task.files'), value: formats.join(', ') }] : []),
    ...(value.error ? [{ name: t('results.task.reason'), value: value.error }] : []),
  ];
  return (
    <>
      <TaskState status={value.status} />
      <Facts facts={facts} />
      {value.description && (
        <>
          <h4 className={styles.heading}>
            {t('results.task.description')}
            <CopyButton text={value.description} name={t('library.copyDescription')} />
          </h4>
          <p className={styles.text}>{value.description}</p>
        </>
      )}
      {value.task_id !== '' && readStatus(value.status).state !== 'failed' && (
        <Follow adoption={taskAdoption(value.task_id, value.diagram_type)} />
      )}
    </>
  );
}

export default answerOf(taskSchema, Task);
