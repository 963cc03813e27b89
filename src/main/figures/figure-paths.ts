import { AppError } from '../../shared/app-error';
import { compositeOf, journalOf, type Figure } from '../../shared/figure';
import type { FileState } from '../assets/file-check';
import type { JournalFigure, ServerFigure } from './figure-protocol';

/** The store of files, as far as panels need it. */
interface Files {
  state(sha256: string): Promise<FileState>;
  path(sha256: string): string;
}

/** Where the panels' files lie. Throws file_missing and file_damaged, with the panel's own name. */
async function pathsOf({ panels }: Figure, files: Files): Promise<string[]> {
  const states = await Promise.all(panels.map(({ source }) => files.state(source.sha256)));
  const at = states.findIndex((state) => state !== 'sound');
  const code = states[at] === 'damaged' ? 'file_damaged' : 'file_missing';
  if (at >= 0) throw new AppError(code, { params: { file: panels[at]?.name ?? '', panel: at + 1 } });
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
