import { useTranslation } from 'react-i18next';
import { RowList } from '../ui/row-list';
import { JobRow } from './job-row';
import type { QueueRow } from './queue-rows';
import styles from './queue.module.css';

interface JobListProps {
  rows: readonly QueueRow[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** The end has come near: ask for older ones. */
  onEnd: () => void;
}

const HEIGHTS = { group: 30, job: 80 };
const heightOf = ({ kind }: QueueRow): number => HEIGHTS[kind];

export function JobList({ rows, selected, onSelect, onEnd }: JobListProps) {
  const { t } = useTranslation();
  const select = ({ id }: QueueRow): void => {
    onSelect(id);
  };
  return (
    <RowList label={t('queue.jobs')} {...{ rows, heightOf, selected, onEnd }} onSelect={select}>
      {(row, reachable) =>
        row.kind === 'group' ? (
          <h2 className={styles.group}>{t(`queue.${row.id}`)}</h2>
        ) : (
          <JobRow
            job={row.job}
            selected={row.id === selected}
            reachable={reachable}
            onSelect={() => {
              select(row);
            }}
          />
        )
      }
    </RowList>
  );
}
