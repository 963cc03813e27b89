import { cellOf, type Cell, type Table } from './table';
import { decimalMarkOf } from './number-text';

const empty = (width: number): Cell[] => Array.from({ length: width }, () => null);

export function withCell(table: Table, row: number, column: number, text: string): Table {
  const rows = table.rows.map((cells, at) =>
    at === row ? cells.map((cell, place) => (place === column ? cellOf(text) : cell)) : cells,
  );
  return { ...table, rows };
}

export function withColumnName(table: Table, column: number, name: string): Table {
  return { ...table, columns: table.columns.map((old, at) => (at === column ? name : old)) };
}

export function withRow(table: Table): Table {
  return { ...table, rows: [...table.rows, empty(table.columns.length)] };
}

export function withColumn(table: Table): Table {
  return { ...table, columns: [...table.columns, ''], rows: table.rows.map((row) => [...row, null]) };
}

export function withoutRow(table: Table, row: number): Table {
  const rows = table.rows.filter((_cells, at) => at !== row);
  return { ...table, rows: rows.length > 0 ? rows : [empty(table.columns.length)] };
}

export function withoutColumn(table: Table, column: number): Table {
  if (table.columns.length === 1) return table;
  const rest = <T>(list: readonly T[]): T[] => list.filter((_item, at) => at !== column);
  return { ...table, columns: rest(table.columns), rows: table.rows.map(rest) };
}

/** Texts by row; undefined leaves what is there. */
type Block = readonly (readonly (string | undefined)[])[];

/** Puts a block of texts in at a place, as spreadsheets do: over what is there, growing where it goes past the edge. */
export function withBlock(table: Table, row: number, column: number, block: Block): Table {
  const mark = decimalMarkOf(block.flat().filter((text) => text !== undefined));
  const width = Math.max(table.columns.length, column + Math.max(...block.map((line) => line.length)));
  const columns = [...table.columns, ...Array.from({ length: width - table.columns.length }, () => '')];
  const height = Math.max(table.rows.length, row + block.length);
  const rows = Array.from({ length: height }, (_item, at) => {
    const old = table.rows[at] ?? [];
    const line = block[at - row];
    return Array.from({ length: width }, (_cell, place): Cell => {
      const text = line?.[place - column];
      return text === undefined ? (old[place] ?? null) : cellOf(text, mark);
    });
  });
  return { ...table, columns, rows };
}

/** The same at a place of the grid, whose row 0 holds the names: pasted there, the first line is one of names. */
export function withPaste(table: Table, row: number, column: number, block: readonly (readonly string[])[]): Table {
  if (row > 0) return withBlock(table, row - 1, column, block);
  const [head = [], ...rest] = block;
  const wide = withBlock(table, 0, column, [...rest, ...(rest.length === 0 ? [head.map(() => undefined)] : [])]);
  return head.reduce((next, name, at) => withColumnName(next, column + at, name.trim()), wide);
}
