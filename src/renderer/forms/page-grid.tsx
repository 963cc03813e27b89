import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMatchMedia } from '../ui/use-match-media';
import { PageCell } from './page-cell';
import { focusPage, useFocusedPage } from './page-focus';
import { drawnPages, pageGeometry, placeOf, ratioOf, type PageSize } from './page-geometry';
import styles from './page-grid.module.css';
import { pageByKey } from './pages';
import { usePane } from './use-pane';

interface PageGridProps {
  sha256: string;
  sizes: readonly PageSize[];
  ticked: ReadonlySet<number>;
  /** Ticks or clears the pages between two, both included. */
  tick(from: number, to: number, on: boolean): void;
}

const pageOf = (target: EventTarget): number | undefined =>
  target instanceof HTMLInputElement && target.dataset['page'] !== undefined
    ? Number(target.dataset['page'])
    : undefined;

/** Scrolls a pane, and nothing around it, just so far that a stretch of its content shows. */
function reveal(pane: HTMLElement, axis: 'scrollTop' | 'scrollLeft', from: number, length: number): void {
  const room = axis === 'scrollTop' ? pane.clientHeight : pane.clientWidth;
  if (from < pane[axis]) pane[axis] = from;
  else if (from + length > pane[axis] + room) pane[axis] = from + length - room;
}

/**
 * The pages as pictures to tick: Space or a press for one, Shift and a press for all between, arrows to go about. Of a
 * long document only the part around the visible pages is drawn, and the page that Tab leads to.
 */
export function PageGrid({ sha256, sizes, ticked, tick }: PageGridProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const anchor = useRef(1);
  const wantsFocus = useRef(false);
  const strip = useMatchMedia('(max-width: 999px)');
  const pane = usePane(ref);
  const current = useFocusedPage(sha256, sizes.length);
  const geometry = useMemo(() => pageGeometry(sizes, pane.width, strip), [sizes, pane.width, strip]);

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // the inspector, too, can lead to a page that is scrolled away here
    const { left, top } = placeOf(geometry, current);
    reveal(element, 'scrollTop', top, geometry.cell.height);
    reveal(element, 'scrollLeft', left, geometry.cell.width);
    if (wantsFocus.current)
      element.querySelector<HTMLElement>(`[data-page="${current}"]`)?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [current, geometry]);

  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const page = pageOf(event.target);
    if (page === undefined) return;
    tick(event.shiftKey ? anchor.current : page, page, !ticked.has(page));
    anchor.current = page;
    focusPage(sha256, page);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const page = pageOf(event.target);
    if (page === undefined) return;
    const next = pageByKey(event.key, page, sizes.length, geometry.columns);
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = next !== current;
    focusPage(sha256, next);
  };

  const [first, last] = strip
    ? drawnPages(geometry, sizes.length, pane.scrollLeft, pane.width)
    : drawnPages(geometry, sizes.length, pane.scrollTop, pane.height);
  const drawn = new Set([current]);
  if (pane.width > 0) for (let page = first; page <= last; page += 1) drawn.add(page);
  const { frame, cell, sheet } = geometry;
  return (
    <div
      ref={ref}
      className={styles.grid}
      role="group"
      aria-label={t('create.pageGrid')}
      data-some={ticked.size > 0 || undefined}
      data-strip={strip || undefined}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const page = pageOf(event.target);
        if (page !== undefined) focusPage(sha256, page);
      }}
    >
      <div className={styles.sheet} style={{ width: strip ? sheet.width : '100%', height: sheet.height }}>
        {[...drawn]
          .sort((one, other) => one - other)
          .map((page) => {
            const ratio = ratioOf(sizes[page - 1] ?? [0, 0]);
            const paperHeight = Math.min(frame.height, frame.width / ratio);
            return (
              <PageCell
                key={page}
                sha256={sha256}
                page={page}
                ticked={ticked.has(page)}
                stop={page === current}
                {...placeOf(geometry, page)}
                {...cell}
                paperWidth={paperHeight * ratio}
                paperHeight={paperHeight}
              />
            );
          })}
      </div>
    </div>
  );
}
