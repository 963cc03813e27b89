import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePause,
  CircleQuestionMark,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/app-error';
import type { Job, JobState as State } from '../../shared/job';
import styles from './job-state.module.css';
import { waitsToResend } from './job-words';

function look(state: State): { icon: LucideIcon; tone: 'quiet' | 'moving' | 'warn' | 'ok' | 'bad' } {
  switch (state) {
    case 'prepared':
    case 'queued':
      return { icon: CircleDashed, tone: 'quiet' };
    case 'sending':
    case 'running':
    case 'collecting':
      return { icon: LoaderCircle, tone: 'moving' };
    case 'blocked':
      return { icon: CirclePause, tone: 'warn' };
    case 'uncertain':
      return { icon: CircleQuestionMark, tone: 'warn' };
    case 'done':
      return { icon: CircleCheck, tone: 'ok' };
    case 'failed':
      return { icon: CircleX, tone: 'bad' };
    case 'unwatched':
      return { icon: CircleMinus, tone: 'quiet' };
    default:
      return assertNever(state);
  }
}

/** Icon and word; the word has a colour only where somebody must act. */
export function JobState({ job, testId }: { job: Pick<Job, 'state' | 'nextPollAt'>; testId?: string }) {
  const { t } = useTranslation();
  const waits = waitsToResend(job);
  const { icon: Icon, tone } = look(waits ? 'queued' : job.state);
  return (
    <span className={styles.state} data-tone={tone} data-testid={testId}>
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      <span>{waits ? t('jobs.resend.state') : t(`jobs.state.${job.state}`)}</span>
    </span>
  );
}
