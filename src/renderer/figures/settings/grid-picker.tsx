import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grid } from '../../../shared/composite-layout';
import styles from './settings.module.css';

const ROWS = 4;
const COLS = 6;
const STEPS: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rows and columns from a field of cells: the pressed one is the last. */
export function GridPicker({ grid, onPick }: { grid: Grid; onPick: (grid: Grid) => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState<Grid>();
  const field = useRef<HTMLDivElement>(null);
  const shown = at ?? grid;
  const onKeyDown = (event: KeyboardEvent, row: number, col: number): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const to = `${Math.min(ROWS, Math.max(1, row + step[0]))}x${Math.min(COLS, Math.max(1, col + step[1]))}`;
    field.current?.querySelector<HTMLElement>(`[data-cell="${to}"]`)?.focus();
  };
  const reachable = `${Math.min(ROWS, grid.rows)}x${Math.min(COLS, grid.cols)}`;
  return (
    <div
      ref={field}
      className={styles.grid}
      role="group"
      aria-label={t('composer.grid')}
      onPointerLeave={() => {
        setAt(undefined);
      }}
    >
      {Array.from({ length: ROWS * COLS }, (_, index) => {
        const row = Math.floor(index / COLS) + 1;
        const col = (index % COLS) + 1;
        const cell = `${row}x${col}`;
        return (
          <button
            key={cell}
            type="button"
            className={styles.cell}
            data-cell={cell}
            data-on={(row <= shown.rows && col <= shown.cols) || undefined}
            aria-label={t('composer.gridCell', { rows: row, cols: col })}
            aria-pressed={row === grid.rows && col === grid.cols}
            tabIndex={cell === reachable ? 0 : -1}
            onPointerEnter={() => {
              setAt({ rows: row, cols: col });
            }}
            onKeyDown={(event) => {
              onKeyDown(event, row, col);
            }}
            onClick={() => {
              onPick({ rows: row, cols: col });
            }}
          />
        );
      })}
    </div>
  );
}
