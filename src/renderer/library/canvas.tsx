import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetUrl } from '../../shared/contract';
import type { Asset } from '../../shared/job';
import { EmptyState } from '../ui/empty-state';
import { formatBytes } from '../ui/format';
import { mainPicture } from '../ui/job-words';
import { listText } from '../ui/list-text';
import { useLibrary } from './library-store';
import styles from './result.module.css';
import { useSize } from './use-size';
import type { Zoom } from './use-zoom';

/** Around a fitted picture, on each side. */
const MARGIN = 32;

function Picture({ asset, title, zoom }: { asset: Asset; title: string; zoom: Zoom }) {
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
          <img
            src={assetUrl(asset.sha256)}
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

/** The picture as it is: never tinted, on paper, on squares or on a dark page. */
export function Canvas({ asset, title, zoom }: { asset: Asset; title: string; zoom: Zoom }) {
  const { t, i18n } = useTranslation();
  const facts = [
    asset.width && asset.height ? t('library.pixelsLong', { width: asset.width, height: asset.height }) : '',
    asset.format.toUpperCase(),
    formatBytes(asset.bytes, i18n.language),
  ];
  return (
    <>
      {mainPicture([asset]) ? (
        <Picture asset={asset} title={title} zoom={zoom} />
      ) : (
        <div className={styles.canvas}>
          <EmptyState
            icon={FileText}
            title={t('library.noPreview', { format: asset.format.toUpperCase() })}
            text={formatBytes(asset.bytes, i18n.language)}
          />
        </div>
      )}
      <p className={`secondary number ${styles.foot}`}>{listText(facts, i18n.language)}</p>
    </>
  );
}
