import i18next from 'i18next';
import { journalOf, type Figure } from '../../../shared/figure';
import type { BatchItem } from '../../../shared/figure-export';
import type { ExportFormat } from '../../../shared/export-settings';
import { formatFor, presetOf, type Column } from '../../../shared/journal-preset';
import type { Journal } from '../../../shared/journals';

export interface Choice {
  journal: Journal;
  column: Column;
}

/** The figure as each journal asks for it; what the journals do not say stays as it is. */
export function batchItems(figure: Figure, choices: readonly Choice[], wanted: readonly ExportFormat[]): BatchItem[] {
  const panels = figure.panels.map(({ source }) => source.sha256);
  const settings = journalOf(figure);
  return choices.map(({ journal, column }) => {
    const now = { ...figure.journal, format: formatFor(journal, wanted) };
    const { letters, widthMm, ...output } = presetOf(journal, column, now);
    return {
      journal: journal.id,
      label: `${journal.name} ${String(widthMm)} mm`,
      figure: { ...settings, panels, widthMm, letters: { ...settings.letters, ...letters } },
      output: { ...output, upsample: false, altText: figure.altText },
    };
  });
}

export const figureName = ({ name }: Figure): string =>
  name.trim() === '' ? i18next.t('figureExport.untitled') : name;
