import type { Figure } from '../../shared/figure';
import type { FigurePreviewView } from '../../shared/figure-preview';
import type { FileStore } from '../assets/store';
import type { Handlers } from '../dispatch';
import { inPeoplesWords, journalFigureOf, serverFigureOf } from '../figures/figure-paths';
import type { FigurePreview } from '../figures/figure-protocol';
import type { Figures } from '../figures/figures';
import type { FigureRepository } from '../jobs/figure-repository';

export interface FigureHandlersOptions {
  figures: Pick<Figures, 'preview'>;
  /** Those of the mode that is shown. */
  files(): Promise<FileStore>;
  saved(): Promise<FigureRepository>;
}

type FigureHandlers = Pick<Handlers, 'figure.list' | 'figure.get' | 'figure.save' | 'figure.remove' | 'figure.preview'>;

export function figureHandlers({ figures, files, saved }: FigureHandlersOptions): FigureHandlers {
  const drawn = async (figure: Figure) =>
    figure.mode === 'server' ? serverFigureOf(figure, await files()) : journalFigureOf(figure, await files());

  return {
    'figure.list': async () => (await saved()).list(),
    'figure.get': async ({ id }) => (await saved()).get(id),
    'figure.save': async ({ figure }) => {
      (await saved()).save(figure);
    },
    'figure.remove': async ({ id }) => {
      (await saved()).remove(id);
    },
    'figure.preview': async ({ figure, ...view }) => {
      try {
        const preview = await figures.preview(await drawn(figure), view, { slot: 'page' });
        return viewOf(preview);
      } catch (error) {
        throw inPeoplesWords(error, figure);
      }
    },
  };
}

function viewOf(preview: FigurePreview): FigurePreviewView {
  const { width, height, parts } = preview;
  if (preview.mode === 'journal') {
    const { dpi, plan, facts } = preview;
    return { mode: 'journal', width, height, parts, dpi, plan, facts };
  }
  const { plan, factor, notes } = preview;
  const page = { width: plan.width, height: plan.height, rows: plan.rows, cols: plan.cols };
  return { mode: 'server', width, height, parts, factor, notes, page, panels: plan.cells.map(({ panel }) => panel) };
}
