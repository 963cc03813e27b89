import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { MM_PER_INCH } from '../../shared/journal-layout';
import { toParts } from '../../shared/preview-parts';
import { previewFactor } from '../../shared/preview-scale';
import { asDiskError } from '../assets/disk-error';
import { layersOf, paintComposite, prepareComposite } from './composite/compose';
import { pageAsPng } from './composite/encode-page';
import { labelFonts } from './composite/label-fonts';
import type {
  ExportedFile,
  FigurePreview,
  FigureTask,
  JournalFigure,
  RenderedFile,
  ServerFigure,
} from './figure-protocol';
import { exportJournal } from './journal/export';
import { draftLayers, pageSize } from './journal/paint';
import { factsOf, prepareJournal } from './journal/prepare';
import { createPanelStore, smaller } from './pixels/panel-store';
import type { PictureHeader } from './pixels/read-picture';

/** A disk that is full says nothing about the worker. */
const written = (out: string, bytes: Uint8Array): Promise<void> =>
  writeFile(out, bytes).catch((error: unknown) => {
    throw asDiskError(error);
  });

type Task<Kind extends FigureTask['kind']> = Extract<FigureTask, { kind: Kind }>;
type View = Task<'figure-preview'>['view'];

/** Figures, wherever sharp runs: in the image worker, or in the command line's own process. Failures are AppErrors. */
export interface FigureWorker {
  inspect(task: Pick<Task<'figure-inspect'>, 'panels'>): Promise<PictureHeader[]>;
  preview(task: Pick<Task<'figure-preview'>, 'figure' | 'view'>, signal?: AbortSignal): Promise<FigurePreview>;
  render(task: Pick<Task<'figure-render'>, 'figure' | 'out'>, signal?: AbortSignal): Promise<RenderedFile>;
  export(task: Pick<Task<'figure-export'>, 'figure' | 'output' | 'out'>, signal?: AbortSignal): Promise<ExportedFile>;
  /** Pictures unpacked so far. */
  readonly decoded: number;
}

export function createFigureWorker(resourcesFolder: string): FigureWorker {
  const store = createPanelStore();

  const prepareServer = async (figure: ServerFigure) =>
    prepareComposite(figure, store, await labelFonts(resourcesFolder, figure.missingGlyphs));

  async function previewServer(figure: ServerFigure, view: View, signal?: AbortSignal): Promise<FigurePreview> {
    const planned = await prepareServer(figure);
    const { plan, labels, notes } = planned;
    const factor = previewFactor(plan, view.maxSide);
    const layers = await layersOf(figure.panels, planned, store, factor, signal);
    const keys = figure.panels.map((path) => `${basename(path)} ${plan.panelHeight}*${factor}`);
    return {
      mode: 'server',
      ...smaller(plan, factor),
      ...{ parts: toParts(layers, keys, view.have), factor, plan, notes },
      labels: labels.map(({ x, text }) => ({ x, width: text.width })),
    };
  }

  async function previewJournal(figure: JournalFigure, view: View, signal?: AbortSignal): Promise<FigurePreview> {
    const { plan, headers } = await prepareJournal(figure.panels, figure, store);
    const dpi = (view.maxSide / Math.max(plan.widthMm, plan.heightMm)) * MM_PER_INCH;
    const fonts = await labelFonts(resourcesFolder, 'fallback');
    const layers = await draftLayers(figure.panels, figure, plan, store, fonts, { dpi, ...(signal && { signal }) });
    const keys = figure.panels.map((path, index) => {
      const { width, height } = layers[index]?.picture?.pixels ?? { width: 0, height: 0 };
      return `${basename(path)} ${width}x${height}`;
    });
    const parts = toParts(layers, keys, view.have);
    return { mode: 'journal', ...pageSize(plan, dpi), parts, dpi, plan, facts: headers.map(factsOf) };
  }

  return {
    inspect: ({ panels }) => Promise.all(panels.map(store.header)),
    preview: ({ figure, view }, signal) =>
      figure.mode === 'server' ? previewServer(figure, view, signal) : previewJournal(figure, view, signal),
    async render({ figure, out }, signal) {
      const planned = await prepareServer(figure);
      const page = await paintComposite(figure.panels, planned, store, signal);
      const png = await pageAsPng(page);
      signal?.throwIfAborted();
      await written(out, png);
      return { width: page.width, height: page.height, bytes: png.byteLength, notes: planned.notes };
    },
    async export({ figure, output, out }, signal) {
      const { bytes, ...told } = await exportJournal(figure, output, { store, resourcesFolder, signal });
      signal?.throwIfAborted();
      await written(out, bytes);
      return { ...told, bytes: bytes.byteLength };
    },
    get decoded() {
      return store.decoded;
    },
  };
}
