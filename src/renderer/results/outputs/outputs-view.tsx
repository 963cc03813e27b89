import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../../shared/job';
import { runAdoption } from '../adopt/adoption';
import { Follow } from '../adopt/follow';
import { Facts } from '../facts';
import { JsonTree } from '../json-tree/json-tree';
import { Moment } from '../moment';
import { OtherShape } from '../other-shape';
import type { ResultProps } from '../result';
import styles from '../results.module.css';
import { TaskState } from '../task-state';
import { withCopy } from '../with-copy';
import KeptOutputs from './kept-outputs';
import { runOf, type Run } from './outputs-of';
import { PictureList } from './picture-list';

function KeptRun({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const json = job.assets.find(({ format }) => format === 'json');
  return (
    <>
      <PictureList job={job} />
      {json ? <KeptOutputs jobId={job.id} asset={json} /> : <p className={styles.note}>{t('results.outputs.none')}</p>}
    </>
  );
}

function AnsweredRun({ run, modelKey }: { run: Run; modelKey: unknown }) {
  const { t } = useTranslation();
  const adoption = run.id === undefined || run.state === 'failed' ? undefined : runAdoption(run.id, modelKey);
  const facts = [
    { name: t('results.task.runId'), value: withCopy(run.id, t('results.task.copyId')) },
    { name: t('results.task.made'), value: <Moment at={run.created} /> },
    ...(run.message ? [{ name: t('results.outputs.message'), value: run.message }] : []),
  ];
  return (
    <>
      <TaskState status={run.state} />
      <Facts facts={facts} />
      {run.pictures > 0 && <p className={styles.note}>{t('results.outputs.inside', { count: run.pictures })}</p>}
      {adoption && <Follow adoption={adoption} />}
      <h4 className={styles.heading}>{t('results.outputs.title')}</h4>
      {!Array.isArray(run.outputs) || run.outputs.length > 0 ? (
        <JsonTree value={run.outputs} />
      ) : (
        <p className={styles.note}>{t('results.outputs.none')}</p>
      )}
    </>
  );
}

/** What a model on a GPU has made: any JSON, and the pictures in it. */
export default function OutputsView({ result }: ResultProps) {
  if (result.kind === 'job') return <KeptRun job={result.job} />;
  const run = runOf(result.answer);
  return run ? <AnsweredRun run={run} modelKey={result.input['modelKey']} /> : <OtherShape value={result.answer} />;
}
