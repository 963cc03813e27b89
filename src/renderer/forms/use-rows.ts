import { useState } from 'react';

interface RowsOf<R> {
  value: unknown;
  /** The rows of a value that came from outside (an example, a draft, an undo). */
  read(value: unknown): R[];
  /** The value that rows stand for; rows that say nothing leave no trace in it. */
  write(rows: readonly R[]): unknown;
  onChange(value: unknown): void;
}

/** Rows of a list that is edited: they may hold more than the value does, such as a row that is still empty. */
export function useRows<R>({ value, read, write, onChange }: RowsOf<R>): [R[], (rows: R[]) => void] {
  const [rows, setRows] = useState(() => read(value));
  if (JSON.stringify(write(rows)) !== JSON.stringify(value)) {
    const next = read(value);
    // a value that no rows can say stays as it is
    if (JSON.stringify(next) !== JSON.stringify(rows)) setRows(next);
  }
  return [
    rows,
    (next) => {
      setRows(next);
      onChange(write(next));
    },
  ];
}

/** The list with one item replaced. */
export const replaced = <R>(rows: readonly R[], index: number, row: R): R[] =>
  rows.map((item, at) => (at === index ? row : item));

/** The list without one item. */
export const without = <R>(rows: readonly R[], index: number): R[] => rows.filter((_item, at) => at !== index);

/** The list with the item at `from` at the place `to`; the same where that lies outside. */
export function moved<R>(rows: readonly R[], from: number, to: number): R[] {
  const next = [...rows];
  if (to < 0 || to >= rows.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
