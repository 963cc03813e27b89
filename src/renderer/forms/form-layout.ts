import type { FieldDescription } from '../../shared/fields';

export interface FormLayout {
  rows: FieldDescription[][];
  /** Rows folded away under "More options". */
  more: FieldDescription[][];
}

/** Fields in the order of their declaration; neighbours of the same row name stand beside each other. */
export function layoutFields(fields: readonly FieldDescription[]): FormLayout {
  const layout: FormLayout = { rows: [], more: [] };
  for (const field of fields) {
    const rows = field.more ? layout.more : layout.rows;
    const last = rows.at(-1);
    if (last && field.row !== undefined && last[0]?.row === field.row) last.push(field);
    else rows.push([field]);
  }
  return layout;
}
