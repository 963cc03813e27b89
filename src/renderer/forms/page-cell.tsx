import { Check } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { pageUrl } from '../../shared/contract';
import styles from './page-grid.module.css';

/** Twice the drawn width, for screens of two dots a pixel. */
const THUMB_PX = 112;

// the grid hears the press; React wants to be told that somebody does
const heardByGrid = (): void => undefined;

interface PageCellProps {
  sha256: string;
  page: number;
  ticked: boolean;
  /** The one page that Tab leads to; arrows lead from it to the others. */
  stop: boolean;
  left: number;
  top: number;
  width: number;
  height: number;
  paperWidth: number;
  paperHeight: number;
}

/** One page as a checkbox with its picture. */
export const PageCell = memo(function PageCell(props: PageCellProps) {
  const { sha256, page, ticked, stop, left, top, width, height, paperWidth, paperHeight } = props;
  const { t } = useTranslation();
  return (
    <label className={styles.cell} data-ticked={ticked || undefined} style={{ left, top, width, height }}>
      <input
        type="checkbox"
        className={styles.box}
        data-page={page}
        checked={ticked}
        onChange={heardByGrid}
        tabIndex={stop ? 0 : -1}
        aria-label={t('create.page', { page })}
      />
      <span className={styles.paper} style={{ width: paperWidth, height: paperHeight }}>
        <img src={pageUrl(sha256, page, THUMB_PX)} alt="" loading="lazy" decoding="async" draggable={false} />
        {ticked && (
          <span className={styles.tick}>
            <Check size={12} strokeWidth={2.4} aria-hidden />
          </span>
        )}
      </span>
      <span className={styles.number}>{page}</span>
    </label>
  );
});
