import { Drawer } from '@mantine/core';
import { SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findEndpoint } from '../../shared/endpoints';
import { useOperation } from '../api';
import { PlotFormats } from '../results/plot/plot-formats';
import { EmptyState } from '../ui/empty-state';
import { markSeen, saveAs } from '../ui/job-actions';
import { jobTitle, mainPicture } from '../ui/job-words';
import { useJobPages } from '../ui/use-job-pages';
import { useMatchMedia } from '../ui/use-match-media';
import { useSaveShortcut } from '../ui/use-save-shortcut';
import { useUi } from '../ui-store';
import { Canvas } from './canvas';
import { Inspector } from './inspector';
import { rememberOpened } from './last-opened';
import { useLibrary } from './library-store';
import styles from './result.module.css';
import { ResultBar } from './result-bar';
import { useResultKeys } from './use-result-keys';
import { useZoom } from './use-zoom';

/** In place of one file: all formats of a plot beside each other. */
const ALL = 'all';

/** Where the shown result stands among those the grid shows; undefined where it is not among them. */
function useNeighbours(id: string) {
  const text = useLibrary((state) => state.text);
  const { jobs, total, more } = useJobPages('library', text);
  const at = jobs.findIndex((job) => job.id === id);
  useEffect(() => {
    if (at >= 0 && at >= jobs.length - 2) more();
  }, [at, jobs.length, more]);
  return {
    position: at < 0 ? undefined : { at: at + 1, total },
    previous: at > 0 ? jobs[at - 1]?.id : undefined,
    next: at >= 0 ? jobs[at + 1]?.id : undefined,
  };
}

/** One result large: the picture on its canvas, what one does with it at the right. */
export function ResultView({ id }: { id: string }) {
  const { t } = useTranslation();
  const open = useUi((state) => state.openResult);
  const narrow = useMatchMedia('(max-width: 999px)');
  const [drawer, setDrawer] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const { data: job, isError } = useOperation('job.get', { id });
  const neighbours = useNeighbours(id);
  const zoom = useZoom();

  const asset =
    job?.assets.find(({ sha256 }) => sha256 === chosen) ?? (job && mainPicture(job.assets)) ?? job?.assets[0];
  const comparable = job !== undefined && job.assets.length > 1 && findEndpoint(job.endpoint)?.view === 'plot';
  const compared = comparable && chosen === ALL;
  const sha256 = asset?.sha256;
  const save = (): void => {
    if (sha256 !== undefined) saveAs({ jobId: id, sha256 });
  };
  useSaveShortcut(save);

  const unseen = job?.seen === false;
  useEffect(() => {
    if (unseen) markSeen(id);
  }, [id, unseen]);

  useEffect(() => {
    rememberOpened(id);
  }, [id]);
  const back = (): void => {
    open(null);
  };
  useResultKeys({ ...neighbours, zoom, back, open, asleep: drawer });

  if (isError)
    return (
      <div className={styles.view}>
        <EmptyState icon={SearchX} title={t('library.gone')} text={t('queue.goneText')} />
      </div>
    );

  const inspector = job && asset && (
    <Inspector
      job={job}
      shown={compared ? undefined : asset}
      onShow={setChosen}
      onSave={save}
      withTitle={!narrow}
      {...(comparable && {
        onCompare: () => {
          setChosen(ALL);
        },
      })}
    />
  );
  return (
    <div className={styles.view}>
      <section className={styles.main} aria-label={t('library.pictures')}>
        <ResultBar
          {...neighbours}
          zoom={zoom}
          onBack={back}
          onOpen={open}
          {...(narrow && {
            narrow: {
              onSave: save,
              onDetails: () => {
                setDrawer(true);
              },
            },
          })}
        />
        {job && asset && !compared && (
          <Canvas key={asset.sha256} jobId={id} asset={asset} title={jobTitle(job)} zoom={zoom} />
        )}
        {job && compared && (
          <div className={styles.reading}>
            <PlotFormats job={job} withOpen={false} />
          </div>
        )}
      </section>
      {narrow ? (
        <Drawer.Root
          opened={drawer}
          onClose={() => {
            setDrawer(false);
          }}
          position="right"
          size={320}
          padding={0}
          classNames={{ content: styles.drawer ?? '' }}
          transitionProps={{ duration: 160 }}
        >
          <Drawer.Overlay />
          <Drawer.Content>
            <div className={styles.drawerHead}>
              <Drawer.Title className={styles.drawerTitle ?? ''}>{job ? jobTitle(job) : ''}</Drawer.Title>
              <Drawer.CloseButton iconSize={16} aria-label={t('common.close')} />
            </div>
            <Drawer.Body>{inspector}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      ) : (
        <aside className={styles.side} aria-label={t('library.details')}>
          {inspector}
        </aside>
      )}
    </div>
  );
}
