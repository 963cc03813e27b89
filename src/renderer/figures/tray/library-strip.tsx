import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { jobTitle, mainPicture } from '../../ui/job-words';
import { useOperation } from '../../api';
import { figures, useFigure } from '../figure-store';
import { panelOfJob } from '../panel-of';
import { Thumbnail } from '../../ui/thumbnail';
import styles from './tray.module.css';

/** So many of the newest pictures are offered; older ones are found by searching. */
const OFFERED = 60;

export function useLibrarySearch() {
  const [query, setQuery] = useState('');
  const text = useDeferredValue(query.trim().slice(0, 200));
  const { data } = useOperation(
    'job.list',
    { scope: 'library', limit: OFFERED, ...(text && { text }) },
    { keepPrevious: true },
  );
  return { query, setQuery, jobs: data?.jobs ?? [], ready: data !== undefined, searching: text !== '' };
}

export function LibrarySearch({ query, setQuery }: Pick<ReturnType<typeof useLibrarySearch>, 'query' | 'setQuery'>) {
  const { t } = useTranslation();
  return (
    <TextInput
      className={styles.search ?? ''}
      type="text"
      role="searchbox"
      aria-label={t('composer.search')}
      placeholder={t('composer.search')}
      maxLength={200}
      spellCheck={false}
      leftSection={<Search size={14} strokeWidth={1.6} aria-hidden />}
      value={query}
      onChange={(event) => {
        setQuery(event.currentTarget.value);
      }}
    />
  );
}

/** Finished pictures of every provider: a press puts one behind the last panel. */
export function LibraryStrip({ jobs, ready, searching }: ReturnType<typeof useLibrarySearch>) {
  const { t } = useTranslation();
  const panels = useFigure((state) => state.figure.panels);
  const pictures = jobs.flatMap((job) => {
    const picture = mainPicture(job.assets);
    return picture ? [{ job, picture }] : [];
  });
  if (pictures.length === 0)
    return (
      <p className={`secondary ${styles.none}`}>
        {ready && t(searching ? 'composer.noPicturesFound' : 'composer.noPictures')}
      </p>
    );
  return (
    <ul className={styles.strip} aria-label={t('composer.library')}>
      {pictures.map(({ job, picture }) => {
        const used = panels.some(({ source }) => source.sha256 === picture.sha256);
        return (
          <li key={job.id} className={styles.tile}>
            <button
              type="button"
              className={styles.pick}
              data-used={used || undefined}
              aria-label={t('composer.addPicture', { name: jobTitle(job) })}
              title={jobTitle(job)}
              onClick={() => {
                const panel = panelOfJob(job, picture);
                if (panel) figures.addPanels([panel]);
              }}
            >
              <Thumbnail sha256={picture.sha256} width={160} lazy />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
