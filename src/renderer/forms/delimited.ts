import Papa from 'papaparse';
import { decimalMarkOf, numberOf } from './number-text';
import { cellOf, type Table } from './table';

const DELIMITERS = ['\t', ',', ';', '|'];
const DECIMAL_COMMA = /^[+\-\u2212]?\d+,\d+$/;

/**
 * The cells of a text with delimiters. `source`: a spreadsheet's clipboard has tabs, and no tab means one column, unless
 * the lines agree on another delimiter.
 */
export function delimitedCells(text: string, source: 'file' | 'clipboard'): string[][] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\0+$/, '');
  const lines = clean.split(/\r?\n/).filter((line) => line.trim() !== '');
  // a single column of numbers with decimal commas is no table of halves
  const single =
    source === 'clipboard' &&
    lines.length > 0 &&
    lines.every((line) => !line.includes('\t') && (DECIMAL_COMMA.test(line.trim()) || numberOf(line) !== undefined));
  const delimiter = single || (source === 'clipboard' && clean.includes('\t')) ? '\t' : '';
  const { data } = Papa.parse<string[]>(clean, {
    delimiter,
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: 'greedy',
  });
  const agreed = data.length > 1 && data.every((row) => row.length === data[0]?.length);
  if (source === 'clipboard' && delimiter === '' && !agreed) return lines.map((line) => [line]);
  return data;
}

/** A first row of names: texts all, none empty, above at least one row more. */
function hasHeader([first, ...rest]: readonly (readonly string[])[]): boolean {
  return (
    first !== undefined &&
    rest.length > 0 &&
    first.every((cell) => cell.trim() !== '' && numberOf(cell, 'comma') === undefined && numberOf(cell) === undefined)
  );
}

/** The table of cells, numbers recognised; undefined where there are none. */
export function tableOfCells(cells: readonly (readonly string[])[]): Table | undefined {
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (width === 0) return undefined;
  const named = hasHeader(cells);
  const body = named ? cells.slice(1) : cells;
  const mark = decimalMarkOf(body.flat());
  const columns = Array.from({ length: width }, (_column, at) => (named ? (cells[0]?.[at]?.trim() ?? '') : ''));
  const rows = body.map((row) => columns.map((_name, at) => cellOf(row[at] ?? '', mark)));
  return { columns, rows, shape: 'columns' };
}
