import { Button } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWatched, type JobDetail as Detail } from '../../shared/job';
import { call, useOperation } from '../api';
import { lookUp } from '../i18n';
import { EmptyState } from '../ui/empty-state';
import { Exchanges } from '../ui/exchanges';
import { attempt } from '../ui/job-actions';
import { oddAnswer, waitsToResend } from '../ui/job-words';
import { RunningBar } from '../ui/running-bar';
import { GiveUp } from './give-up';
import { JobEvents } from './job-events';
import { JobHead } from './job-head';
import { JobHint, JobTime } from './job-hint';
import { DraftButton } from './draft-button';
import { JobProblem, LookNow } from './job-problem';
import { JobResult } from './job-result';
import { StopAsking } from './stop-asking';
import styles from './queue.module.css';
import { TaskIdForm } from './task-id-form';
import { WhatWasAsked } from './what-was-asked';

function UnderWay({ job }: { job: Detail }) {
  const { t } = useTranslation();
  const odd = oddAnswer(job);
  return (
    <>
      <div className={styles.running}>
        <span className={styles.elapsed}>
          <JobTime job={job} />
        </span>
        <span className="secondary number" role="status">
          {/* the countdown is for the eye: read aloud every second it would drown everything else */}
          <span aria-hidden>
            <JobHint job={job} />
          </span>
        </span>
      </div>
      {waitsToResend(job) ? <p className={styles.note}>{t('jobs.resend.why')}</p> : <RunningBar />}
      {odd && (
        <p className={styles.note}>
          {lookUp(`errors.${odd}.happened`, job.error?.params)} {lookUp(`errors.${odd}.next`)}
        </p>
      )}
      {job.state === 'sending' && (
        <div className={styles.actions}>
          {waitsToResend(job) && <LookNow id={job.id} label={t('jobs.resend.sendNow')} />}
          <GiveUp job={job} />
        </div>
      )}
      {isWatched(job.state) && (
        <div className={styles.actions}>
          <LookNow id={job.id} />
          <StopAsking id={job.id} />
        </div>
      )}
    </>
  );
}

function Unwatched({ job }: { job: Detail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className={styles.note}>{t(job.remoteId === null ? 'queue.unwatchedLost' : 'queue.unwatchedText')}</p>
      <div className={styles.actions}>
        {job.remoteId !== null && (
          <Button
            variant="filled"
            onClick={() => {
              attempt(call('job.watchAgain', { id: job.id }));
            }}
          >
            {t('queue.watchAgain')}
          </Button>
        )}
        {job.remoteId === null && !asking && (
          <Button
            variant="filled"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('queue.enterTaskId')}
          </Button>
        )}
        <DraftButton job={job} />
      </div>
      {asking && (
        <TaskIdForm
          id={job.id}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}

function Now({ job }: { job: Detail }) {
  switch (job.state) {
    case 'blocked':
    case 'uncertain':
    case 'failed':
      return (
        <div className={styles.card}>
          <JobProblem job={job} />
        </div>
      );
    case 'done':
      return (
        <div>
          <JobResult job={job} />
          {job.error && (
            <div className={`${styles.card} ${styles.below}`}>
              <JobProblem job={job} />
            </div>
          )}
        </div>
      );
    case 'unwatched':
      return (
        <div className={styles.card}>
          <Unwatched job={job} />
        </div>
      );
    default:
      return (
        <div className={styles.card}>
          <UnderWay job={job} />
        </div>
      );
  }
}

/** One job: what is to be done about it, its story, what was asked, and the requests behind it. */
export function JobDetail({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: job, isError } = useOperation('job.get', { id });
  if (isError) return <EmptyState icon={SearchX} title={t('queue.goneTitle')} text={t('queue.goneText')} />;
  if (!job) return null;
  return (
    <>
      <JobHead job={job} />
      <div className={styles.body} data-job-body>
        <Now job={job} />
        <div className={styles.columns}>
          <section>
            <h3 className={styles.heading}>{t('queue.whatHappened')}</h3>
            <JobEvents job={job} />
          </section>
          <section>
            <h3 className={styles.heading}>{t('queue.whatWasAsked')}</h3>
            <WhatWasAsked job={job} />
            {job.state !== 'failed' && job.state !== 'uncertain' && job.state !== 'unwatched' && (
              <div className={styles.actions}>
                <DraftButton job={job} />
              </div>
            )}
          </section>
        </div>
        <section>
          <h3 className={styles.heading}>{t('queue.requests')}</h3>
          <Exchanges jobId={id} />
        </section>
      </div>
    </>
  );
}
