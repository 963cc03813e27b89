import { COLOURS_OF, type ColourMode, type ExportFormat } from './export-settings';
import { nearestIn } from './journal-fit';
import type { Letters } from './journal-layout';
import type { Journal } from './journals';

export type Column = Journal['widths'][number];

/** What choosing a journal and one of its widths sets. */
export interface Preset {
  widthMm: number;
  dpi: number;
  format: ExportFormat;
  colour: ColourMode;
  /** Undefined where the journal does not say. */
  letters: Pick<Letters, 'style' | 'points'> | undefined;
}

type Now = Pick<Preset, 'widthMm' | 'dpi' | 'format' | 'colour'>;

/** Formats of ours in the order in which they are proposed. */
const PROPOSED: readonly ExportFormat[] = ['pdf', 'tiff', 'png', 'jpeg'];

/** The first of these that the journal takes; without one, the first of all. */
export function formatFor({ formats }: Journal, wanted: readonly ExportFormat[]): ExportFormat {
  const takes = (format: ExportFormat): boolean => formats.some((own) => own === format);
  return [...wanted, ...PROPOSED].find(takes) ?? 'pdf';
}

/** Keeps of what is set all that the journal takes. */
export function presetOf(journal: Journal, column: Column, now: Now): Preset {
  const { least, most = Infinity } = journal.dpi;
  const format = formatFor(journal, [now.format]);
  const possible = COLOURS_OF[format].filter((colour) => journal.colours.includes(colour));
  return {
    widthMm: nearestIn(column, now.widthMm),
    dpi: now.dpi >= least && now.dpi <= most ? now.dpi : least,
    format,
    colour: possible.includes(now.colour) ? now.colour : (possible[0] ?? 'rgb'),
    letters: journal.letters,
  };
}

const TOLERANCE_MM = 0.1;

/** The column that a width stands for; of several, the one that names it exactly. */
export function columnOf({ widths }: Journal, widthMm: number): Column | undefined {
  const within = ({ mm, toMm = mm }: Column): boolean => widthMm >= mm - TOLERANCE_MM && widthMm <= toMm + TOLERANCE_MM;
  return (
    widths.find(({ mm, toMm }) => toMm === undefined && Math.abs(mm - widthMm) <= TOLERANCE_MM) ?? widths.find(within)
  );
}
