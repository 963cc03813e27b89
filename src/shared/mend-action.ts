import { z } from 'zod';
import { COLOURS_OF, exportSettingsSchema, type ColourMode, type ExportFormat } from './export-settings';
import { narrowed, roomier, shallower, type Shape } from './journal-fit';
import { journalSettingsSchema } from './journal-layout';
import type { Journal } from './journals';
import type { Finding, PreflightInput } from './preflight';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** What one press does about a finding. Words of the button under `figureExport.mend.<label>`, with the params. */
export const mendActionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    label: z.enum(['width', 'layout', 'widen', 'dpi', 'format', 'colour', 'letters']),
    params,
    settings: journalSettingsSchema.partial().optional(),
    output: exportSettingsSchema.pick({ dpi: true, format: true, colour: true }).partial().optional(),
  }),
  /** Of a panel, from 0: draws it anew; looks at it in its true size. */
  z.object({ kind: z.literal('redraw'), panel: z.number() }),
  z.object({ kind: z.literal('look'), panel: z.number() }),
  z.object({ kind: z.enum(['measure', 'describe', 'journal_page']) }),
]);
export type MendAction = z.infer<typeof mendActionSchema>;

type Change = Extract<MendAction, { kind: 'change' }>;

/** The press that mends a finding, tried before it is offered; undefined where only the author can mend it. */
export function mendAction(finding: Finding, input: PreflightInput): MendAction | undefined {
  const { journal, output, settings } = input;
  const told = finding.mend?.params ?? {};
  const number = (name: string): number => Number(told[name]);
  switch (finding.mend?.code) {
    case 'use_width':
      return widthChange(number('mm'));
    case 'narrower':
      return widthChange(narrowed(journal, number('figureMm')));
    case 'reduce_height':
      return shapeChange(shallower(input), input);
    case 'wider': {
      const { panel } = finding;
      const change = panel === undefined ? undefined : shapeChange(roomier(input, panel), input);
      return change && { ...change, label: 'widen', params: { ...change.params, panel: (panel ?? 0) + 1 } };
    }
    case 'use_dpi':
      return number('dpi') >= 36 ? dpiChange(number('dpi')) : undefined;
    case 'use_format':
      return formatChange(told['format'] as ExportFormat, output.colour, journal);
    case 'use_colour':
      return colourChange(told['colour'] as ColourMode, output.format, journal);
    case 'use_letters': {
      if (!journal.letters) return undefined;
      const letters = { ...settings.letters, ...journal.letters };
      return { kind: 'change', label: 'letters', params: { ...told }, settings: { letters } };
    }
    case 'compress': {
      const share = (input.journal.maxBytes ?? 0) / (input.fileBytes ?? Infinity);
      const dpi = Math.floor(output.dpi * Math.sqrt(share) * 0.95);
      return dpi >= journal.dpi.least ? dpiChange(dpi) : undefined;
    }
    case 'redraw':
      return finding.panel === undefined ? undefined : { kind: 'redraw', panel: finding.panel };
    case 'look': {
      const [first] = String(told['panels'] ?? '').split(', ');
      return first ? { kind: 'look', panel: Number(first) - 1 } : undefined;
    }
    case 'measure':
      return { kind: 'measure' };
    case 'write_alt_text':
      return { kind: 'describe' };
    case 'check_page':
      return journal.page === undefined ? undefined : { kind: 'journal_page' };
    default:
      return undefined;
  }
}

const widthChange = (mm: number | undefined): Change | undefined =>
  mm === undefined || mm < 10 || mm > 1000
    ? undefined
    : { kind: 'change', label: 'width', params: { mm }, settings: { widthMm: mm } };

const dpiChange = (dpi: number): Change => ({ kind: 'change', label: 'dpi', params: { dpi }, output: { dpi } });

function shapeChange(shape: Shape | undefined, { settings }: PreflightInput): Change | undefined {
  if (!shape) return undefined;
  const { widthMm, layout } = shape;
  const label = layout === settings.layout ? ('width' as const) : ('layout' as const);
  const said = { mm: widthMm, layout: layout.replace('x', ' × ') };
  return { kind: 'change', label, params: said, settings: shape };
}

function formatChange(format: ExportFormat, colour: ColourMode, journal: Journal): Change {
  const possible = COLOURS_OF[format];
  const kept = possible.includes(colour) ? colour : (journal.colours.find((own) => possible.includes(own)) ?? 'rgb');
  const output = kept === colour ? { format } : { format, colour: kept };
  return { kind: 'change', label: 'format', params: { format: format.toUpperCase() }, output };
}

function colourChange(wanted: ColourMode, format: ExportFormat, journal: Journal): Change | undefined {
  const possible = COLOURS_OF[format];
  const colour = [wanted, ...journal.colours].find((own) => possible.includes(own));
  return colour && { kind: 'change', label: 'colour', params: { colour }, output: { colour } };
}
