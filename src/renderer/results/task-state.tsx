import { CircleCheck, CircleDashed, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import { readStatus, type StatusReading } from '../../shared/endpoints/status-word';
import { lookUp } from '../i18n';
import styles from './results.module.css';

const QUIET = { icon: CircleDashed, tone: 'quiet' };
const LOOKS: Readonly<Record<StatusReading['state'], { icon: LucideIcon; tone: string }>> = {
  queued: QUIET,
  running: { icon: LoaderCircle, tone: 'moving' },
  completed: { icon: CircleCheck, tone: 'ok' },
  failed: { icon: CircleX, tone: 'bad' },
  unclear: QUIET,
};

/** A server's word for a task's state, with ours for it. */
export function TaskState({ status }: { status: string }) {
  const { icon: Icon, tone } = LOOKS[readStatus(status).state];
  return (
    <p className={styles.lead} data-tone={tone}>
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      {lookUp(`results.task.${status.toLowerCase()}`) ?? status}
    </p>
  );
}
