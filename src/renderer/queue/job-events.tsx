import {
  Check,
  CircleCheck,
  CirclePause,
  CirclePlay,
  CircleQuestionMark,
  CircleStop,
  CircleX,
  Clock,
  HardDriveDownload,
  KeyRound,
  RefreshCw,
  Save,
  Send,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobDetail, JobEvent } from '../../shared/job';
import { shortId } from '../ui/job-words';
import { clockText, momentText } from '../ui/time-text';
import { eventText } from './event-text';
import styles from './events.module.css';

type Tone = 'ok' | 'quiet' | 'warn' | 'bad';

const LOOKS: Record<JobEvent['kind'], [LucideIcon, Tone]> = {
  prepared: [Save, 'ok'],
  sending: [Send, 'ok'],
  accepted: [Check, 'ok'],
  polled: [RefreshCw, 'quiet'],
  poll_failed: [TriangleAlert, 'quiet'],
  blocked: [CirclePause, 'warn'],
  unblocked: [CirclePlay, 'ok'],
  completed: [CircleCheck, 'ok'],
  stored: [HardDriveDownload, 'ok'],
  failed: [CircleX, 'bad'],
  uncertain: [CircleQuestionMark, 'warn'],
  not_sent: [CircleX, 'bad'],
  stopped: [CircleStop, 'quiet'],
  resumed: [RefreshCw, 'quiet'],
  resolved: [KeyRound, 'ok'],
  sent_again: [Send, 'quiet'],
  given_up: [CircleStop, 'warn'],
  recovered: [HardDriveDownload, 'ok'],
  taken_up: [RefreshCw, 'ok'],
  handed_over: [RefreshCw, 'ok'],
};

function Line({ event, job }: { event: JobEvent; job: JobDetail }) {
  const { t, i18n } = useTranslation();
  const [Icon, tone] = LOOKS[event.kind];
  const { title, more } = eventText(event, { ...job, remoteId: job.remoteId && shortId(job.remoteId) }, i18n.language);
  const from = clockText(event.at, i18n.language, true);
  const to = clockText(event.until, i18n.language, true);
  return (
    <li className={styles.event} data-tone={tone}>
      <span className={styles.sign}>
        <Icon size={14} strokeWidth={1.6} aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {more && <span className="secondary">{more}</span>}
      </span>
      <span className={styles.time}>{from === to ? from : t('queue.until', { from, to })}</span>
    </li>
  );
}

/** The job's story, oldest first; ends with what comes by itself. */
export function JobEvents({ job }: { job: JobDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className={styles.events}>
      {job.events.map((event, index) => (
        <Line key={index} event={event} job={job} />
      ))}
      {job.state === 'blocked' && job.nextPollAt !== null && (
        <li className={styles.event} data-tone="coming">
          <span className={styles.sign}>
            <Clock size={14} strokeWidth={1.6} aria-hidden />
          </span>
          <span className={styles.words}>{t('queue.looksAgain')}</span>
          <span className={styles.time}>{momentText(job.nextPollAt, job.nextPollAt, i18n.language)}</span>
        </li>
      )}
    </ol>
  );
}
