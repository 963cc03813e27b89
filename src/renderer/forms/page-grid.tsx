import { Check } from 'lucide-react';
import { memo, useEffect, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pageUrl } from '../../shared/contract';
import { focusPage, useFocusedPage } from './page-focus';
import styles from './page-grid.module.css';
import { pageByKey } from './pages';

/** Twice the drawn width, for screens of two dots a pixel. */
const THUMB_PX = 112;

/** Width by height of the frame that a page is drawn into. */
const FRAME = 56 / 72;

const ratioOf = ([width, height]: readonly [number, number]): number =>
  width > 0 && height > 0 ? width / height : FRAME;

/** How much of the frame's height the tallest page needs: slides leave most of it empty. */
const tallest = (sizes: readonly (readonly [number, number])[]): number =>
  Math.min(1, Math.max(0.3, ...sizes.map((size) => FRAME / ratioOf(size))));

const unchanged = (): void => undefined;

interface PageCellProps {
  sha256: string;
  page: number;
  ratio: number;
  ticked: boolean;
  /** The one page that Tab leads to; arrows lead from it to the others. */
  stop: boolean;
}

const PageCell = memo(function PageCell({ sha256, page, ratio, ticked, stop }: PageCellProps) {
  const { t } = useTranslation();
  return (
    <label className={styles.cell} data-ticked={ticked || undefined}>
      <input
        type="checkbox"
        className={styles.box}
        data-page={page}
        checked={ticked}
        onChange={unchanged}
        tabIndex={stop ? 0 : -1}
        aria-label={t('create.page', { page })}
      />
      <span className={styles.stage}>
        <span className={styles.paper} style={{ aspectRatio: ratio }} data-wide={ratio > FRAME || undefined}>
          <img src={pageUrl(sha256, page, THUMB_PX)} alt="" loading="lazy" decoding="async" draggable={false} />
          {ticked && (
            <span className={styles.tick}>
              <Check size={12} strokeWidth={2.4} aria-hidden />
            </span>
          )}
        </span>
      </span>
      <span className={styles.number}>{page}</span>
    </label>
  );
});

interface PageGridProps {
  sha256: string;
  sizes: readonly (readonly [number, number])[];
  ticked: ReadonlySet<number>;
  /** Ticks or clears the pages between two, both included. */
  tick(from: number, to: number, on: boolean): void;
}

const pageOf = (target: EventTarget): number | undefined =>
  target instanceof HTMLInputElement && target.dataset['page'] !== undefined
    ? Number(target.dataset['page'])
    : undefined;

/** The pages as pictures to tick: Space or a press for one, Shift and a press for all between, arrows to go about. */
export function PageGrid({ sha256, sizes, ticked, tick }: PageGridProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const anchor = useRef(1);
  const current = useFocusedPage(sha256, sizes.length);

  const boxOf = (page: number): HTMLElement | null =>
    grid.current?.querySelector<HTMLElement>(`[data-page="${page}"]`) ?? null;

  useEffect(() => {
    // the inspector can lead to a page that is scrolled away here; only this pane may move
    const pane = grid.current;
    const cell = pane?.querySelector<HTMLElement>(`[data-page="${current}"]`)?.parentElement;
    if (!pane || !cell) return;
    const top = cell.offsetTop - pane.offsetTop;
    const left = cell.offsetLeft - pane.offsetLeft;
    if (top < pane.scrollTop) pane.scrollTop = top;
    else if (top + cell.offsetHeight > pane.scrollTop + pane.clientHeight)
      pane.scrollTop = top + cell.offsetHeight - pane.clientHeight;
    if (left < pane.scrollLeft) pane.scrollLeft = left;
    else if (left + cell.offsetWidth > pane.scrollLeft + pane.clientWidth)
      pane.scrollLeft = left + cell.offsetWidth - pane.clientWidth;
  }, [current]);

  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const page = pageOf(event.target);
    if (page === undefined) return;
    const on = !ticked.has(page);
    tick(event.shiftKey ? anchor.current : page, page, on);
    anchor.current = page;
    focusPage(sha256, page);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = pageOf(event.target);
    if (page === undefined || !grid.current) return;
    const columns = getComputedStyle(grid.current).gridTemplateColumns.split(' ').length;
    const next = pageByKey(event.key, page, sizes.length, columns);
    if (next === undefined) return;
    event.preventDefault();
    focusPage(sha256, next);
    boxOf(next)?.focus({ preventScroll: true });
  };

  return (
    <div
      ref={grid}
      className={styles.grid}
      role="group"
      aria-label={t('create.pageGrid')}
      data-some={ticked.size > 0 || undefined}
      style={{ '--tall': tallest(sizes) } as CSSProperties}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const page = pageOf(event.target);
        if (page !== undefined) focusPage(sha256, page);
      }}
    >
      {sizes.map((size, index) => (
        <PageCell
          key={index}
          sha256={sha256}
          page={index + 1}
          ratio={ratioOf(size)}
          ticked={ticked.has(index + 1)}
          stop={index + 1 === current}
        />
      ))}
    </div>
  );
}
