import { Button, SegmentedControl } from '@mantine/core';
import { ListChecks, ShieldCheck } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useOperation } from '../api';
import { EmptyState } from '../ui/empty-state';
import { ScreenProblem } from '../ui/screen-problem';
import { useJobPages } from '../ui/use-job-pages';
import { useUi } from '../ui-store';
import { JobDetail } from './job-detail';
import { JobList } from './job-list';
import { queueRows, type Segment } from './queue-rows';
import styles from './queue.module.css';

/** More than anybody has open at once; the contract allows no more in one answer. */
const MOST_OPEN = 500;
const nothing = (): void => undefined;
const TEXT_ENDPOINT = 'paperbanana.generate';

function NoJobs({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  const openEndpoint = useUi((state) => state.openEndpoint);
  if (segment === 'ended')
    return <EmptyState icon={ListChecks} title={t('queue.emptyEnded')} text={t('queue.emptyEndedText')} />;
  return (
    <EmptyState
      icon={ListChecks}
      title={t('queue.emptyTitle')}
      text={t('queue.emptyText')}
      action={
        <Button
          onClick={() => {
            openEndpoint(TEXT_ENDPOINT);
          }}
        >
          {t('queue.emptyAction')}
        </Button>
      }
    />
  );
}

export default function QueueScreen() {
  const { t } = useTranslation();
  const [segment, setSegment] = useState<Segment>('open');
  const selected = useUi((state) => state.queueJob);
  const select = useUi((state) => state.openQueueJob);
  const open = useOperation('job.list', { scope: 'open', limit: MOST_OPEN }, { keepPrevious: true });
  const ended = useJobPages('ended');
  const rows = useMemo(() => queueRows(segment, open.data?.jobs ?? [], ended.jobs), [segment, open.data, ended.jobs]);
  const ready = open.data !== undefined && ended.ready;

  const first = rows.find((row) => row.kind === 'job');
  const firstId = ready && first?.kind === 'job' ? first.job.id : undefined;
  useEffect(() => {
    if (selected === null && firstId !== undefined) select(firstId);
  }, [selected, firstId, select]);

  if (open.isError && !open.data)
    return (
      <ScreenProblem error={open.error} again={() => void queryClient.refetchQueries({ queryKey: ['job.list'] })} />
    );

  const openCount = open.data?.total ?? 0;
  return (
    <div className={styles.screen}>
      <section className={styles.list} aria-label={t('queue.jobs')}>
        <div className={styles.bar}>
          <SegmentedControl
            aria-label={t('queue.show')}
            value={segment}
            onChange={setSegment}
            data={[
              {
                value: 'open',
                label: (
                  <>
                    {t('queue.open')} {openCount > 0 && <span className={styles.count}>{openCount}</span>}
                  </>
                ),
              },
              { value: 'ended', label: t('queue.ended') },
              { value: 'all', label: t('queue.all') },
            ]}
          />
        </div>
        <JobList rows={rows} selected={selected} onSelect={select} onEnd={segment === 'open' ? nothing : ended.more} />
        <p className={styles.foot}>
          <ShieldCheck size={14} strokeWidth={1.6} aria-hidden />
          <span>{t('queue.survives')}</span>
        </p>
      </section>
      <section className={styles.detail} aria-label={t('queue.details')}>
        {selected === null ? (
          ready && rows.length === 0 && <NoJobs segment={segment} />
        ) : (
          <JobDetail key={selected} id={selected} />
        )}
      </section>
    </div>
  );
}
