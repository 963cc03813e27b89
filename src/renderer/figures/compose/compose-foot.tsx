import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lookUp } from '../../i18n';
import { useOperation } from '../../api';
import { formatElapsed } from '../../ui/format';
import { useNow } from '../../ui/now';
import { Problem } from '../../ui/problem';
import { RunningBar } from '../../ui/running-bar';
import { useFigure } from '../figure-store';
import { compare, composeOnServer, showResultOnce, useCompose } from './compose-store';
import { composeSources } from './obstacle';
import styles from './compose.module.css';

/** What the last composing came to. */
function Outcome({ figureId }: { figureId: string }) {
  const { t } = useTranslation();
  const composed = useCompose((state) => state.composed[figureId]);
  const jobId = composed?.jobId ?? null;
  const { data: job } = useOperation('job.get', { id: jobId ?? '' }, { enabled: jobId !== null });
  const running = composed !== undefined && composed.error === null && job?.finishedAt == null;
  const now = useNow(running);
  const done = job?.state === 'done';
  useEffect(() => {
    if (done) showResultOnce(figureId);
  }, [done, figureId]);
  if (!composed) return null;
  const error = composed.error ?? (running ? null : (job?.error ?? null));
  if (error) return <Problem error={error} />;
  if (done)
    return (
      <Button
        fullWidth
        onClick={() => {
          compare(true);
        }}
      >
        {t('composer.showResult')}
      </Button>
    );
  if (!running) return null;
  return (
    <div role="status">
      <RunningBar />
      <p className={`secondary number ${styles.line}`}>
        {t('composer.composing', { time: formatElapsed(now - composed.startedAt) })}
      </p>
    </div>
  );
}

/** Has the server draw the figure: what it costs, or why it cannot. */
export function ComposeFoot({ refused }: { refused: boolean }) {
  const { t } = useTranslation();
  const id = useFigure((state) => state.figure.id);
  const panels = useFigure((state) => state.figure.panels);
  const { data: profiles } = useOperation('profile.list', undefined);
  const composed = useCompose((state) => state.composed[id]);
  const sending = composed !== undefined && composed.jobId === null && composed.error === null;
  if (panels.length === 0) return null;
  const sources = composeSources(
    panels,
    (profiles ?? []).map(({ id }) => id),
  );
  const obstacle = 'code' in sources ? sources : undefined;
  const account = profiles?.find(({ id }) => !obstacle && 'profileId' in sources && id === sources.profileId)?.name;
  const words = (): string => {
    if (obstacle?.code === 'whyOther')
      return t('composer.whyOther', {
        panel: obstacle.panel,
        provider: lookUp(`providers.${obstacle.provider}.name`) ?? obstacle.provider,
      });
    if (obstacle?.code === 'whyGone') return t('composer.whyGone');
    if (obstacle) return t(`composer.${obstacle.code}`, { panel: obstacle.panel });
    if (refused) return t('composer.notYet');
    return `${t('composer.cost', { account: account ?? '' })} ${t('composer.differ')}`;
  };
  return (
    <div className={styles.foot}>
      <Outcome figureId={id} />
      <Button
        variant="filled"
        size="sm"
        fullWidth
        disabled={obstacle !== undefined || refused || sending || !profiles}
        aria-describedby="compose-words"
        onClick={() => {
          if ('taskIds' in sources) void composeOnServer(useFigure.getState().figure, sources);
        }}
      >
        {t('composer.compose')}
      </Button>
      <p id="compose-words" className={`secondary ${styles.line}`}>
        {profiles && words()}
      </p>
    </div>
  );
}
