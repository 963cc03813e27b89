import type { CompositePlan } from '../../shared/composite-layout';
import type { ExportSettings } from '../../shared/export-settings';
import type { FigurePreviewView } from '../../shared/figure-preview';
import type { JournalPlan, JournalSettings } from '../../shared/journal-layout';
import type { PanelFacts } from '../../shared/panel-facts';
import type { Composite, CompositeNotes } from './composite/compose';
import type { PictureHeader } from './pixels/read-picture';

/** Where letters that the server's font lacks come from: a font of this computer, or a box as on the server. */
export type MissingGlyphs = 'fallback' | 'boxes';

/** A figure as the server draws it. `panels` are paths of files that do not change, such as the file store's. */
export interface ServerFigure extends Composite {
  mode: 'server';
  missingGlyphs: MissingGlyphs;
}

/** A figure for print. Panels are upright, in sRGB and on white; SVGs stay lines where the format can hold them. */
export interface JournalFigure extends JournalSettings {
  mode: 'journal';
  panels: readonly string[];
}

export type Figure = ServerFigure | JournalFigure;

export type FigureTask =
  | { kind: 'figure-inspect'; panels: readonly string[] }
  | {
      kind: 'figure-preview';
      figure: Figure;
      /** The page's longer side in pixels, at most; and the keys of pictures that need not be sent. */
      view: { maxSide: number; have: readonly string[] };
    }
  /** As the server returns it: PNG, into the file `out`. */
  | { kind: 'figure-render'; figure: ServerFigure; out: string }
  | { kind: 'figure-export'; figure: JournalFigure; output: ExportSettings; out: string };

interface Preview {
  width: number;
  height: number;
  parts: FigurePreviewView['parts'];
}

export interface ServerPreview extends Preview {
  mode: 'server';
  /** Pixels of the preview for one of the page. */
  factor: number;
  plan: CompositePlan;
  /** Where each label's pen starts, and its width, in the page's pixels. */
  labels: { x: number; width: number }[];
  notes: CompositeNotes;
}

export interface JournalPreview extends Preview {
  mode: 'journal';
  /** Dots of the preview for an inch of the page. */
  dpi: number;
  plan: JournalPlan;
  facts: PanelFacts[];
}

export type FigurePreview = ServerPreview | JournalPreview;

export interface RenderedFile {
  width: number;
  height: number;
  bytes: number;
  notes: CompositeNotes;
}

export interface ExportedFile {
  bytes: number;
  plan: JournalPlan;
  facts: PanelFacts[];
  /** Of the page; a PDF has none. */
  pixels: { width: number; height: number } | null;
  /** Panels, from 0, that are SVGs and had to be put in as pixels. */
  rasterized: number[];
}

export interface FigureResults {
  'figure-inspect': PictureHeader[];
  'figure-preview': FigurePreview;
  'figure-render': RenderedFile;
  'figure-export': ExportedFile;
}
