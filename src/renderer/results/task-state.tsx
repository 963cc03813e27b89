import { CircleCheck, CircleDashed, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import { lookUp } from '../i18n';
import styles from './results.module.css';

const LOOKS: Readonly<Record<string, { icon: LucideIcon; tone: string }>> = {
  running: { icon: LoaderCircle, tone: 'moving' },
  processing: { icon: LoaderCircle, tone: 'moving' },
  completed: { icon: CircleCheck, tone: 'ok' },
  done: { icon: CircleCheck, tone: 'ok' },
  finished: { icon: CircleCheck, tone: 'ok' },
  failed: { icon: CircleX, tone: 'bad' },
};
const QUIET = { icon: CircleDashed, tone: 'quiet' };

/** A server's word for a task's state, with ours for it. */
export function TaskState({ status }: { status: string }) {
  const { icon: Icon, tone } = LOOKS[status] ?? QUIET;
  return (
    <p className={styles.lead} data-tone={tone}>
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      {lookUp(`results.task.${status}`) ?? status}
    </p>
  );
}
