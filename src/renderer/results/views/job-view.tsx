import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { jobSchema } from '../../../shared/endpoints/bananahub-job';
import { readStatus } from '../../../shared/endpoints/status-word';
import { hubAdoption } from '../adopt/adoption';
import { Follow } from '../adopt/follow';
import { answerOf, type AnswerProps } from '../answer-of';
import { Facts } from '../facts';
import { Moment } from '../moment';
import { TaskState } from '../task-state';
import { withCopy } from '../with-copy';

function HubJob({ value }: AnswerProps<z.infer<typeof jobSchema>>) {
  const { t } = useTranslation();
  const reason = value.error;
  const facts = [
    { name: t('results.task.jobId'), value: withCopy(value.job_id, t('results.task.copyId')) },
    { name: t('results.task.made'), value: <Moment at={value.created_at} /> },
    { name: t('results.task.started'), value: <Moment at={value.started_at} /> },
    { name: t('results.task.ended'), value: <Moment at={value.finished_at} /> },
    ...(reason ? [{ name: t('results.task.reason'), value: reason }] : []),
  ];
  return (
    <>
      <TaskState status={value.status} />
      <Facts facts={facts} />
      {value.job_id !== '' && readStatus(value.status).state !== 'failed' && (
        <Follow adoption={hubAdoption(value.job_id)} />
      )}
    </>
  );
}

export default answerOf(jobSchema, HubJob);
