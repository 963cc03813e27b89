import { Button } from '@mantine/core';
import { ClipboardCopy, KeyRound, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError, type AppErrorData, type ErrorCode } from '../../shared/app-error';
import { isResendBlocked, type JobDetail } from '../../shared/job';
import { call } from '../api';
import { lookUp } from '../i18n';
import { attempt, fetchAgain, saveAs } from '../ui/job-actions';
import { Problem } from '../ui/problem';
import { momentText } from '../ui/time-text';
import { toastNote } from '../ui/toast';
import { useUi } from '../ui-store';
import { DraftButton } from './draft-button';
import { AskAgain } from './ask-again';
import { ForgottenJob } from './forgotten-job';
import { GiveUp } from './give-up';
import styles from './queue.module.css';
import { StopAsking } from './stop-asking';
import { TaskIdForm } from './task-id-form';

/** The job knows what it cost; the error of a later question does not. */
function jobError(job: JobDetail, fallback: ErrorCode): AppErrorData {
  const error = job.error ?? new AppError(fallback).data;
  return { ...error, spent: job.units === null ? 'maybe' : job.units > 0 ? 'yes' : 'no' };
}

function CopyNote({ job }: { job: JobDetail }) {
  const { t, i18n } = useTranslation();
  const copy = (): void => {
    const text = t('queue.adminNote', {
      profile: job.profileName,
      problem: job.error?.detail ?? lookUp(`errors.${job.error?.code ?? 'quota_exhausted'}.title`) ?? '',
      server: job.baseUrl,
      task: job.remoteId ?? t('queue.noTaskId'),
      since: momentText(job.createdAt, 0, i18n.language),
    });
    attempt(
      call('clipboard.write', { text }).then(() => {
        toastNote(t('common.copied'));
      }),
    );
  };
  return (
    <Button variant="filled" leftSection={<ClipboardCopy size={14} aria-hidden />} onClick={copy}>
      {t('queue.copyNote')}
    </Button>
  );
}

function AccountsButton() {
  const { t } = useTranslation();
  const go = useUi((state) => state.go);
  return (
    <Button
      variant="filled"
      leftSection={<KeyRound size={14} aria-hidden />}
      onClick={() => {
        go('accounts');
      }}
    >
      {t('shell.accounts')}
    </Button>
  );
}

export function LookNow({ id, label }: { id: string; label?: string }) {
  const { t } = useTranslation();
  return (
    <Button
      leftSection={<RefreshCw size={14} aria-hidden />}
      onClick={() => {
        attempt(call('job.lookNow', { id }));
      }}
    >
      {label ?? t('queue.lookNow')}
    </Button>
  );
}

/** What another key, or another address of the account, mends. */
const KEY_TROUBLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unauthorized',
  'no_credential',
  'key_elsewhere',
  'key_unbound',
]);

function Blocked({ job }: { job: JobDetail }) {
  const { t, i18n } = useTranslation();
  // waiting, not broken: it is collected by itself as soon as the server answers again
  const error = { ...jobError(job, 'unauthorized'), retryable: true };
  const needsKey = KEY_TROUBLE.has(error.code);
  const toBeSent = isResendBlocked(job);
  return (
    <>
      {toBeSent && <p className={styles.note}>{t('jobs.resend.blocked')}</p>}
      <Problem
        provider={job.provider}
        error={error}
        actions={
          <>
            {needsKey ? <AccountsButton /> : <CopyNote job={job} />}
            <LookNow id={job.id} {...(toBeSent && { label: t('jobs.resend.sendNow') })} />
            {toBeSent ? <GiveUp job={job} /> : <StopAsking id={job.id} />}
            {job.nextPollAt !== null && (
              <span className={`secondary number ${styles.aside}`}>
                {t('queue.nextLook', { time: momentText(job.nextPollAt, job.nextPollAt, i18n.language) })}
              </span>
            )}
          </>
        }
      />
    </>
  );
}

function Uncertain({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Problem
        provider={job.provider}
        error={jobError(job, 'uncertain')}
        actions={
          <>
            {!asking && (
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
            <Button
              onClick={() => {
                attempt(call('job.resolve', { id: job.id, remoteId: null }));
              }}
            >
              {t('queue.letRest')}
            </Button>
          </>
        }
      />
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

/** Files that never came whole: what came can be saved, and the server asked once more. */
function Incomplete({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  return (
    <Problem
      provider={job.provider}
      error={jobError(job, 'incomplete')}
      actions={
        <>
          <Button
            variant="filled"
            loading={busy}
            onClick={() => {
              setBusy(true);
              attempt(
                fetchAgain(job.id).finally(() => {
                  setBusy(false);
                }),
              );
            }}
          >
            {t('library.fetchAgain')}
          </Button>
          {job.assets
            .filter(({ incomplete }) => incomplete)
            .map(({ sha256, format }) => (
              <Button
                key={sha256}
                onClick={() => {
                  saveAs({ jobId: job.id, sha256 });
                }}
              >
                {t('queue.saveWhatCame', { format: format.toUpperCase() })}
              </Button>
            ))}
          <DraftButton job={job} />
        </>
      }
    />
  );
}

/** What needs somebody, or what went wrong, with the one best next step. */
export function JobProblem({ job }: { job: JobDetail }) {
  switch (job.state) {
    case 'blocked':
      return <Blocked job={job} />;
    case 'uncertain':
      return <Uncertain job={job} />;
    default:
      if (job.error?.code === 'incomplete') return <Incomplete job={job} />;
      return job.error?.code === 'forgotten' ? (
        <ForgottenJob job={job} error={jobError(job, 'forgotten')} />
      ) : (
        <Problem
          provider={job.provider}
          error={jobError(job, 'job_failed')}
          actions={
            <>
              <DraftButton job={job} main />
              <AskAgain job={job} />
            </>
          }
        />
      );
  }
}
