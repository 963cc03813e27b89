import { AppError } from '../../shared/app-error';
import { compositeOf, journalOf, type Figure } from '../../shared/figure';
import type { JournalFigure, ServerFigure } from './figure-protocol';

/** The store of files, as far as panels need it. */
interface Files {
  has(sha256: string): Promise<boolean>;
  path(sha256: string): string;
}

/** Where the panels' files lie. Throws file_missing, with the panel's own name. */
async function pathsOf({ panels }: Figure, files: Files): Promise<string[]> {
  const missing = await Promise.all(panels.map(async ({ source }) => !(await files.has(source.sha256))));
  const gone = panels[missing.indexOf(true)];
  if (gone) throw new AppError('file_missing', { params: { file: gone.name } });
  return panels.map(({ source }) => files.path(source.sha256));
}

export async function serverFigureOf(figure: Figure, files: Files): Promise<ServerFigure> {
  const panels = await pathsOf(figure, files);
  return { mode: 'server', missingGlyphs: 'fallback', panels, ...compositeOf(figure) };
}

export async function journalFigureOf(figure: Figure, files: Files): Promise<JournalFigure> {
  return { mode: 'journal', panels: await pathsOf(figure, files), ...journalOf(figure) };
}

/** The worker knows files by their sums; people know them by their names. */
export function inPeoplesWords(error: unknown, { panels }: Figure): unknown {
  if (!(error instanceof AppError) || error.data.params?.['file'] === undefined) return error;
  const at = panels.findIndex(({ source }) => source.sha256 === error.data.params?.['file']);
  const panel = panels[at];
  if (!panel) return error;
  const { code, ...data } = error.data;
  // the sum says nothing to anybody
  delete data.detail;
  return new AppError(code, { ...data, params: { ...data.params, file: panel.name, panel: at + 1 } });
}
