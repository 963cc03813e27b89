import { Button } from '@mantine/core';
import { Images, SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { ScreenProblem } from '../ui/screen-problem';
import { useJobPages } from '../ui/use-job-pages';
import { useUi } from '../ui-store';
import { GridBar } from './grid-bar';
import styles from './grid.module.css';
import { useLibrary } from './library-store';
import { SelectionBar } from './selection-bar';
import { Tiles } from './tiles';

function Nothing({ text }: { text: string }) {
  const { t } = useTranslation();
  const go = useUi((state) => state.go);
  if (text !== '')
    return (
      <EmptyState
        icon={SearchX}
        title={t('library.noMatchTitle', { text })}
        text={t('library.noMatchText')}
        action={
          <Button
            onClick={() => {
              useLibrary.setState({ text: '' });
            }}
          >
            {t('library.clear')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={Images}
      title={t('library.emptyTitle')}
      text={t('library.emptyText')}
      action={
        <Button
          onClick={() => {
            go('create');
          }}
        >
          {t('library.emptyAction')}
        </Button>
      }
    />
  );
}

/** All results, newest first, by day. */
export function Grid() {
  const text = useLibrary((state) => state.text);
  const selecting = useLibrary((state) => state.selected.length > 0);
  const { jobs, total, ready, more, error, again } = useJobPages('library', text);
  if (error) return <ScreenProblem error={error} again={again} />;
  return (
    <div className={styles.screen}>
      {selecting ? <SelectionBar /> : <GridBar shown={jobs.length} total={total} />}
      {ready && jobs.length === 0 ? (
        <Nothing text={text} />
      ) : (
        <Tiles jobs={jobs} complete={jobs.length >= total} onEnd={more} />
      )}
    </div>
  );
}
