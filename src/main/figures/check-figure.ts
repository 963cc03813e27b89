import { AppError } from '../../shared/app-error';
import type { ExportSettings } from '../../shared/export-settings';
import { mostBytes } from '../../shared/export-size';
import type { PreflightAnswer } from '../../shared/figure-export';
import { journalRefusal, planJournal, type JournalSettings } from '../../shared/journal-layout';
import type { Journal } from '../../shared/journals';
import { mendAction } from '../../shared/mend-action';
import type { PanelFacts } from '../../shared/panel-facts';
import { preflight } from '../../shared/preflight';
import { issueOf } from './composite/refusal-issue';

/** Asks nothing: for sizes of one's own, of which only facts can be told. */
export const NO_JOURNAL: Journal = {
  id: 'none',
  name: '',
  widths: [{ id: 'any', mm: 10, toMm: 1000 }],
  dpi: { least: 1 },
  formats: ['pdf', 'tiff', 'png', 'jpeg'],
  colours: ['rgb', 'grey', 'cmyk'],
  transparency: true,
  altTextRequired: false,
  confidence: 'good',
};

interface Checked {
  settings: JournalSettings;
  panels: readonly PanelFacts[];
  output: ExportSettings;
  journal: Journal | undefined;
  fileBytes: number | undefined;
}

/** What the journal would say, each with what one press does about it. Throws invalid_input as the export does. */
export function checkFigure({ settings, panels, output, journal = NO_JOURNAL, fileBytes }: Checked): PreflightAnswer {
  const refusal = journalRefusal(panels.length, settings);
  if (refusal) throw new AppError('invalid_input', { issues: [issueOf(refusal)] });
  const plan = planned(panels, settings);
  const input = { plan, settings, panels, output, journal, fileBytes };
  const findings = preflight(input).map((finding) => {
    const action = mendAction(finding, input);
    return action ? { ...finding, action } : finding;
  });
  return { plan, panels: [...panels], findings, mostBytes: mostBytes(plan, panels, output) };
}

function planned(panels: readonly PanelFacts[], settings: JournalSettings) {
  try {
    return planJournal(panels, settings);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('invalid_input', { issues: [{ field: 'gapMm', code: 'no_width_left' }] }, { cause: error });
  }
}
