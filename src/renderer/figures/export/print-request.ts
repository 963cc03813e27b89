import { journalOf, type Figure } from '../../../shared/figure';
import type { PreflightRequest } from '../../../shared/figure-export';

/** The figure as it is checked and written for print; undefined before it has panels. */
export function printRequest(figure: Figure): Omit<PreflightRequest, 'fileBytes'> | undefined {
  const { panels, journal, altText } = figure;
  if (panels.length === 0) return undefined;
  return {
    figure: { ...journalOf(figure), panels: panels.map(({ source }) => source.sha256) },
    output: { format: journal.format, dpi: journal.dpi, colour: journal.colour, upsample: false, altText },
    journal: journal.preset,
  };
}

/** Two that are equal make the same file. */
export const fileKey = ({ figure, output }: Pick<PreflightRequest, 'figure' | 'output'>): string =>
  JSON.stringify([figure, output]);
