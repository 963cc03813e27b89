/** How far into a file readers look for the signature of a PDF (bytes), as Acrobat does. */
const SIGNATURE_WITHIN = 1024;

type Droppable = Pick<File, 'name' | 'type' | 'slice'>;

async function beginsAsPdf(file: Droppable): Promise<boolean> {
  try {
    return (await file.slice(0, SIGNATURE_WITHIN).text()).includes('%PDF-');
  } catch {
    // a folder, or a file that may not be read
    return false;
  }
}

/**
 * The first of the dropped files that is meant as a PDF: by its name or type (whether it really is one is found out
 * when it is taken in, and said in the form), else by its beginning.
 */
export async function firstPdf<F extends Droppable>(files: readonly F[]): Promise<F | undefined> {
  const named = files.find(({ name, type }) => type === 'application/pdf' || /\.pdf$/i.test(name));
  if (named) return named;
  for (const file of files) if (await beginsAsPdf(file)) return file;
  return undefined;
}
