import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

interface GridKeys {
  scroller: RefObject<HTMLElement | null>;
  /** Without the row of names, which is row 0. */
  rows: number;
  columns: number;
  /** Brings a row (from 0) into sight, and so into the document. */
  show(row: number): void;
  leave(): void;
  /** Adds a row, for Enter in the last one. */
  grow(): void;
  /** Takes away the row of a cell; in the row of names its column. */
  remove(row: number, column: number): void;
}

const atStart = ({ selectionStart, selectionEnd }: HTMLInputElement): boolean =>
  selectionStart === 0 && selectionEnd === 0;
const atEnd = ({ selectionStart, value }: HTMLInputElement): boolean => selectionStart === value.length;

/** Moves between the cells of a grid as spreadsheets do; inside a text the arrows stay what they are. */
export function useGridKeys({ scroller, rows, columns, show, leave, grow, remove }: GridKeys) {
  const wanted = useRef<string>(undefined);
  const focus = (): void => {
    const cell = scroller.current?.querySelector<HTMLInputElement>(`[data-place="${wanted.current ?? ''}"]`);
    if (!cell) return;
    wanted.current = undefined;
    cell.focus();
    cell.select();
  };
  // a row far off is drawn first
  useEffect(() => {
    if (wanted.current !== undefined) focus();
  });

  const step = (
    { key, shiftKey, currentTarget }: KeyboardEvent<HTMLInputElement>,
    row: number,
    column: number,
  ): [number, number] | undefined => {
    switch (key) {
      case 'ArrowUp':
        return [row - 1, column];
      case 'ArrowDown':
        return [row + 1, column];
      case 'Enter':
        return [row + (shiftKey ? -1 : 1), column];
      case 'ArrowLeft':
        return atStart(currentTarget) ? [row, column - 1] : undefined;
      case 'ArrowRight':
        return atEnd(currentTarget) ? [row, column + 1] : undefined;
      case 'Tab': {
        const next = row * columns + column + (shiftKey ? -1 : 1);
        return [Math.floor(next / columns), ((next % columns) + columns) % columns];
      }
      default:
        return undefined;
    }
  };

  return (event: KeyboardEvent<HTMLInputElement>, row: number, column: number): void => {
    if (event.altKey && event.key === 'Delete') {
      event.preventDefault();
      wanted.current = `${Math.min(row, rows - 1)}/${row > 0 ? column : Math.max(0, Math.min(column, columns - 2))}`;
      remove(row, column);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      return;
    }
    const to = step(event, row, column);
    if (event.key === 'Enter' && to?.[0] === rows + 1) {
      event.preventDefault();
      wanted.current = to.join('/');
      event.currentTarget.blur();
      grow();
      show(rows);
      return;
    }
    // past the edges Tab goes on to the next field, the others stay
    if (!to || to[0] < 0 || to[0] > rows || to[1] < 0 || to[1] >= columns) return;
    event.preventDefault();
    wanted.current = to.join('/');
    if (to[0] > 0) show(to[0] - 1);
    focus();
  };
}
