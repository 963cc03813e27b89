import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppError } from '../../shared/app-error';
import { thumbUrl } from '../../shared/contract';
import type { Job } from '../../shared/job';
import { lookUp } from '../i18n';
import { formatElapsed } from './format';
import { jobDuration, jobTitle, mainPicture } from './job-words';
import styles from './toast.module.css';

interface Toast {
  id?: string;
  /** A picture or icon, first in the line. */
  lead: ReactNode;
  title: string;
  text?: string;
  action?: { label: string; run: () => void };
  /** Errors stay until they are closed. */
  stays?: boolean;
}

const SHOWN_MS = 6000;

function show({ id, lead, title, text, action, stays }: Toast): void {
  const shownId = notifications.show({
    ...(id && { id }),
    autoClose: stays ? false : SHOWN_MS,
    role: stays ? 'alert' : 'status',
    withCloseButton: true,
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
    message: (
      <div className={styles.toast}>
        {lead}
        <div className={styles.words}>
          <div className="truncate">{title}</div>
          {text && <div className="secondary">{text}</div>}
        </div>
        {action && (
          <Button
            onClick={() => {
              notifications.hide(shownId);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
    ),
  });
}

/** A short yes to something the user has just done. */
export function toastNote(title: string, text = ''): void {
  show({ lead: <CircleCheck size={16} strokeWidth={1.6} className={styles.ok} aria-hidden />, title, text });
}

/** For failures of small actions that have no place of their own; never the only word about a job. */
export function toastError(error: unknown): void {
  const code = error instanceof AppError ? error.code : 'internal';
  const params = error instanceof AppError ? error.data.params : undefined;
  show({
    lead: <CircleX size={16} strokeWidth={1.6} className={styles.bad} aria-hidden />,
    title: lookUp(`errors.${code}.title`, params) ?? code,
    text: lookUp(`errors.${code}.next`, params) ?? '',
    stays: true,
  });
}

/** Main has met a fault of its own: told once, however often it comes, and until it is closed. */
export function toastFault(): void {
  show({
    id: 'fault',
    lead: <CircleX size={16} strokeWidth={1.6} className={styles.bad} aria-hidden />,
    title: i18next.t('shell.fault'),
    text: i18next.t('shell.faultMore'),
    stays: true,
  });
}

/** A job has ended while the user was elsewhere: its picture first, one action. */
export function toastJobEnded(job: Job, open: () => void): void {
  const picture = mainPicture(job.assets);
  const action = { label: i18next.t('shell.show'), run: open };
  if (job.state === 'done') {
    show({
      id: job.id,
      lead: picture ? (
        <img className={styles.picture} src={thumbUrl(picture.sha256, 112)} alt="" />
      ) : (
        <CircleCheck size={16} strokeWidth={1.6} className={styles.ok} aria-hidden />
      ),
      title: jobTitle(job),
      text: i18next.t('shell.doneToast', { time: formatElapsed(jobDuration(job, Date.now())) }),
      action,
    });
    return;
  }
  show({
    id: job.id,
    lead: <CircleX size={16} strokeWidth={1.6} className={styles.bad} aria-hidden />,
    title: jobTitle(job),
    text: lookUp(`errors.${job.error?.code ?? 'job_failed'}.title`, job.error?.params) ?? '',
    action,
    stays: true,
  });
}
