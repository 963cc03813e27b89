import { AppError, toAppErrorData } from '../../shared/app-error';
import type { EventPayload } from '../../shared/contract';
import type { BatchItem, BatchResult, ExportedFigure, PrintFigure } from '../../shared/figure-export';
import type { Journal } from '../../shared/journals';
import { allowedLink } from '../allowed-links';
import type { FileStore } from '../assets/store';
import type { Desktop } from '../desktop';
import type { Handlers } from '../dispatch';
import { createFileExports } from '../file-exports';
import { checkFigure, NO_JOURNAL } from '../figures/check-figure';
import type { JournalFigure } from '../figures/figure-protocol';
import type { Figures } from '../figures/figures';
import { factsOf } from '../figures/journal/prepare';
import type { Journals } from '../figures/journals';
import { freeName } from '../free-name';
import { ownPresets } from '../own-presets';
import { saveName } from '../save-name';

export interface FigureExportOptions {
  figures: Pick<Figures, 'inspect' | 'export'>;
  /** The store of the mode that is shown. */
  files(): Promise<FileStore>;
  desktop: Pick<Desktop, 'chooseSaveTarget' | 'chooseFolder' | 'reveal' | 'openInBrowser'>;
  journals(): Promise<Journals>;
  /** Of the program: where the user's own presets lie, and files in the making. */
  dataFolder: string;
  workFolder: string;
  onExported(progress: EventPayload<'figure.exported'>): void;
}

type FigureExportHandlers = Pick<
  Handlers,
  | 'figure.journals'
  | 'figure.showPresets'
  | 'figure.openJournalPage'
  | 'figure.preflight'
  | 'figure.measure'
  | 'figure.export'
  | 'figure.exportBatch'
  | 'figure.stopExport'
  | 'figure.showExport'
>;

/** Of waiting preflights only the newest is worth drawing up. */
const SLOT = 'preflight';

export function figureExportHandlers(options: FigureExportOptions): FigureExportHandlers {
  const { figures, files, desktop, journals, dataFolder, workFolder, onExported } = options;
  const exports = createFileExports(figures, workFolder);
  const running = new Map<string, AbortController>();
  const exported = new Set<string>();

  async function journalFigure({ panels, ...settings }: PrintFigure): Promise<JournalFigure> {
    const store = await files();
    return { mode: 'journal', ...settings, panels: panels.map((sha256) => store.path(sha256)) };
  }

  async function journalOf(id: string | null): Promise<Journal | undefined> {
    return id === null ? undefined : (await journals()).journals.find((own) => own.id === id);
  }

  /** What it does can be stopped from the window by its name. */
  async function stoppable<T>(run: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    running.set(run, controller);
    try {
      return await work(controller.signal);
    } finally {
      running.delete(run);
    }
  }

  const keep = (file: ExportedFigure): ExportedFigure => {
    exported.add(file.path);
    return file;
  };

  async function batchItem(item: BatchItem, name: string, folder: string, signal: AbortSignal): Promise<BatchResult> {
    try {
      signal.throwIfAborted();
      const target = await freeName(folder, saveName(`${name} ${item.label}`, item.output.format));
      const { file, made } = await exports.write(await journalFigure(item.figure), item.output, target, signal);
      const journal = (await journalOf(item.journal)) ?? NO_JOURNAL;
      const facts = { settings: item.figure, panels: made.facts, output: item.output, fileBytes: made.bytes };
      return { file: keep(file), error: null, findings: checkFigure({ ...facts, journal }).findings };
    } catch (error) {
      const data = signal.aborted ? new AppError('canceled').data : toAppErrorData(error);
      return { file: null, error: data, findings: [] };
    }
  }

  return {
    'figure.journals': journals,
    'figure.showPresets': async () => {
      desktop.reveal(await ownPresets(dataFolder));
    },
    'figure.openJournalPage': async ({ journal }) => {
      const pages = (await journals()).journals.flatMap(({ page }) => page ?? []);
      // the window names a journal; the addresses come from a file of the program or the user
      const link = allowedLink((await journalOf(journal))?.page ?? '', pages);
      if (link === undefined) throw new AppError('not_found');
      await desktop.openInBrowser(link);
    },
    'figure.preflight': async ({ figure, output, journal, fileBytes }) => {
      const [headers, asking] = await Promise.all([
        journalFigure(figure).then((own) => figures.inspect(own.panels, { slot: SLOT })),
        journalOf(journal),
      ]);
      return checkFigure({ settings: figure, panels: headers.map(factsOf), output, journal: asking, fileBytes });
    },
    'figure.measure': async ({ figure, output }) => {
      const { bytes } = await exports.try(await journalFigure(figure), output);
      return { bytes };
    },
    'figure.export': async ({ figure, output, run, name }) => {
      const target = await desktop.chooseSaveTarget(saveName(name, output.format), output.format);
      if (target === undefined) return null;
      const own = await journalFigure(figure);
      return stoppable(run, async (signal) => keep((await exports.write(own, output, target, signal)).file));
    },
    'figure.exportBatch': async ({ run, name, items }) => {
      const folder = await desktop.chooseFolder();
      if (folder === undefined) return null;
      return stoppable(run, async (signal) => {
        const results: BatchResult[] = [];
        for (const item of items) {
          results.push(await batchItem(item, name, folder, signal));
          onExported({ run, done: results.length, total: items.length });
        }
        return { folder, results };
      });
    },
    'figure.stopExport': async ({ run }) => {
      running.get(run)?.abort();
    },
    'figure.showExport': async ({ path }) => {
      if (!exported.has(path)) throw new AppError('forbidden');
      desktop.reveal(path);
    },
  };
}
