import { firstPdf } from './dropped-pdf';

type Droppable = Pick<File, 'name' | 'type' | 'slice'>;

/** What dropped files are good for. `left`: how many of them were not taken. */
export type Dropped<F> =
  { kind: 'pdf' | 'table' | 'images'; files: readonly F[]; left: number } | { kind: 'unknown'; name: string };

const isImage = ({ name, type }: Droppable): boolean =>
  type.startsWith('image/') || /\.(?:png|jpe?g|webp|gif|heic|tiff?|bmp)$/i.test(name);

const isTable = ({ name, type }: Droppable): boolean =>
  ['text/csv', 'text/tab-separated-values', 'application/json'].includes(type) || /\.(?:csv|tsv|tab|json)$/i.test(name);

/**
 * Sorts what was dropped: a PDF comes before all else, then pictures, then a table. What a file really is, is found out
 * when it is taken in, and said in the form.
 */
export async function sortDropped<F extends Droppable>(files: readonly F[]): Promise<Dropped<F>> {
  const images = files.filter(isImage);
  const table = files.find(isTable);
  const named = images.length > 0 || table !== undefined;
  const pdf = named
    ? files.find(({ name, type }) => type === 'application/pdf' || /\.pdf$/i.test(name))
    : await firstPdf(files);
  if (pdf) return { kind: 'pdf', files: [pdf], left: files.length - 1 };
  if (images.length > 0) return { kind: 'images', files: images, left: files.length - images.length };
  if (table) return { kind: 'table', files: [table], left: files.length - 1 };
  return { kind: 'unknown', name: files[0]?.name ?? '' };
}
