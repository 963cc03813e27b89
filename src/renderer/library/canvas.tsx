import { FileText } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetUrl, pageUrl } from '../../shared/contract';
import type { Asset } from '../../shared/job';
import { EmptyState } from '../ui/empty-state';
import { formatBytes } from '../ui/format';
import { mainPicture } from '../ui/job-words';
import { listText } from '../ui/list-text';
import { useLibrary } from './library-store';
import styles from './result.module.css';
import { StoredPicture } from '../ui/stored-picture';
import { useSize } from '../ui/use-size';
import type { Zoom } from './use-zoom';

const KeptOutputs = lazy(() => import('../results/outputs/kept-outputs'));

/** Around a fitted picture, on each side. */
const MARGIN = 32;

/** px; the first page of a PDF is painted once, so that zooming in still shows letters. */
const PAGE_WIDTH = 2400;

const addressOf = (asset: Asset): string =>
  asset.format === 'pdf' ? pageUrl(asset.sha256, 1, PAGE_WIDTH) : assetUrl(asset.sha256);

function Picture({ jobId, asset, title, zoom }: CanvasProps) {
  const { t } = useTranslation();
  const background = useLibrary((state) => state.background);
  const [natural, setNatural] = useState({ width: asset.width ?? 0, height: asset.height ?? 0 });
  const [inner, { width, height }] = useSize();
  const { setRoom } = zoom;
  useEffect(() => {
    const ratio = window.devicePixelRatio;
    setRoom({
      picture: { width: natural.width / ratio, height: natural.height / ratio },
      box: { width: width - 2 * MARGIN, height: height - 2 * MARGIN },
    });
  }, [natural, width, height, setRoom]);

  const wheel = useRef(zoom);
  useEffect(() => {
    wheel.current = zoom;
  });
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scroller.current;
    // React listens passively, and then the window would zoom as well
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.deltaY < 0) wheel.current.in();
      else wheel.current.out();
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element?.removeEventListener('wheel', onWheel);
    };
  }, []);

  const shownWidth = (natural.width * zoom.value) / window.devicePixelRatio;
  return (
    <div className={styles.canvas} ref={inner}>
      <div className={styles.scroller} ref={scroller} role="region" aria-label={t('library.canvas')} tabIndex={0}>
        <div className={styles.sheet}>
          <StoredPicture
            asset={asset}
            jobId={jobId}
            src={addressOf(asset)}
            alt={title}
            data-background={background}
            data-testid="result-picture"
            style={natural.width > 0 && width > 0 ? { width: shownWidth } : { visibility: 'hidden' }}
            onLoad={({ currentTarget: image }) => {
              // vector formats have no pixels of their own in the record
              setNatural({ width: asset.width ?? image.naturalWidth, height: asset.height ?? image.naturalHeight });
            }}
          />
        </div>
      </div>
    </div>
  );
}

function Sheet({ jobId, asset, title, zoom }: CanvasProps) {
  const { t, i18n } = useTranslation();
  if (mainPicture([asset]) || asset.format === 'pdf')
    return <Picture jobId={jobId} asset={asset} title={title} zoom={zoom} />;
  if (asset.format === 'json')
    return (
      <div className={styles.reading}>
        <Suspense fallback={null}>
          <KeptOutputs jobId={jobId} asset={asset} />
        </Suspense>
      </div>
    );
  return (
    <div className={styles.canvas}>
      <EmptyState
        icon={FileText}
        title={t('library.noPreview', { format: asset.format.toUpperCase() })}
        text={formatBytes(asset.bytes, i18n.language)}
      />
    </div>
  );
}

interface CanvasProps {
  jobId: string;
  asset: Asset;
  title: string;
  zoom: Zoom;
}

/** The picture as it is: never tinted, on paper, on squares or on a dark page. Outputs without a shape as a tree. */
export function Canvas(props: CanvasProps) {
  const { t, i18n } = useTranslation();
  const { asset } = props;
  const facts = [
    asset.width && asset.height ? t('library.pixelsLong', { width: asset.width, height: asset.height }) : '',
    asset.format.toUpperCase(),
    formatBytes(asset.bytes, i18n.language),
  ];
  return (
    <>
      <Sheet {...props} />
      <p className={`secondary number ${styles.foot}`}>{listText(facts, i18n.language)}</p>
    </>
  );
}
