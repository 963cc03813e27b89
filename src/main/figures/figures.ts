import type { ExportSettings } from '../../shared/export-settings';
import type { ExportedFile, Figure, FigurePreview, JournalFigure, RenderedFile, ServerFigure } from './figure-protocol';
import type { FigureTask } from './figure-protocol';
import type { PictureHeader } from './pixels/read-picture';
import type { RenderQueue, RunOptions } from './render-queue';

type View = Extract<FigureTask, { kind: 'figure-preview' }>['view'];

/** Figures, drawn by the image worker. Panels are paths of files that never change. Everything rejects with AppErrors. */
export interface Figures {
  /** What the panels' files say of themselves; the first that cannot be a panel rejects. */
  inspect(panels: readonly string[], options?: RunOptions): Promise<PictureHeader[]>;
  /**
   * For the window, while a slider moves: of waiting previews with the same `slot` only the newest is drawn, the others
   * reject with `canceled`. The one in hand is finished: it is newer than what is shown.
   */
  preview(figure: Figure, view: View, options?: RunOptions): Promise<FigurePreview>;
  /** As the server returns it, as PNG. `out` is written in one go, so name a temporary file and rename it. */
  render(figure: ServerFigure, out: string, options?: RunOptions): Promise<RenderedFile>;
  /** For a journal. With `plan` and `facts` of the answer, preflight (src/shared/preflight.ts) judges what was written. */
  export(figure: JournalFigure, output: ExportSettings, out: string, options?: RunOptions): Promise<ExportedFile>;
}

export function createFigures({ run }: Pick<RenderQueue, 'run'>): Figures {
  return {
    inspect: (panels, options) => run({ kind: 'figure-inspect', panels }, options),
    preview: (figure, view, options) => run({ kind: 'figure-preview', figure, view }, options),
    render: (figure, out, options) => run({ kind: 'figure-render', figure, out }, options),
    export: (figure, output, out, options) => run({ kind: 'figure-export', figure, output, out }, options),
  };
}
