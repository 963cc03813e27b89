import { delimitedCells, tableOfCells } from './delimited';
import { tableText } from './table';

/** A file's text as the JSON to send: JSON stays what it is, anything else is read as a table with delimiters. */
export function jsonOfTableFile({ name, text }: { name: string; text: string }): string | undefined {
  const clean = text.replace(/^\uFEFF/, '').trim();
  if (/\.(?:json|geojson)$/i.test(name) || /^[[{]/.test(clean)) return clean === '' ? undefined : clean;
  const table = tableOfCells(delimitedCells(clean, 'file'));
  return table && tableText(table);
}
