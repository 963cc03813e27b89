import i18next from 'i18next';
import type { Journal } from '../../../shared/journals';
import { columnOf, type Column } from '../../../shared/journal-preset';

export const NO_JOURNAL = 'none';

const NAMED = ['single', 'middle', 'double'] as const;

export function columnName({ name }: Journal, { id }: Column): string {
  const known = NAMED.find((own) => own === id);
  return known
    ? i18next.t(`figureExport.columns.${known}`, { journal: name })
    : i18next.t('figureExport.columns.other', { journal: name, width: id });
}

const valueOf = (journal: Journal, column: Column): string => `${journal.id}/${column.id}`;

/** Publishers with their widths, and a line for a width that is none of them. */
export function journalOptions(journals: readonly Journal[], preset: string | null, widthMm: number) {
  const chosen = journals.find(({ id }) => id === preset);
  const column = chosen && columnOf(chosen, widthMm);
  const groups = journals.map((journal) => ({
    group: journal.name,
    items: [
      ...journal.widths.map((own) => ({ value: valueOf(journal, own), label: columnName(journal, own) })),
      ...(journal === chosen && !column
        ? [
            {
              value: `${journal.id}/`,
              label: i18next.t('figureExport.ownWidth', { journal: journal.name, mm: widthMm }),
            },
          ]
        : []),
    ],
  }));
  const missing = preset !== null && !chosen;
  const none = [
    { value: NO_JOURNAL, label: i18next.t('figureExport.noJournal') },
    ...(missing ? [{ value: `${preset}/`, label: i18next.t('figureExport.gone', { journal: preset }) }] : []),
  ];
  const value = preset === null ? NO_JOURNAL : chosen && column ? valueOf(chosen, column) : `${preset}/`;
  return { value, data: [{ group: '—', items: none }, ...groups] };
}

/** The journal and column behind a value of the list. */
export function chosenColumn(
  journals: readonly Journal[],
  value: string,
): { journal: Journal; column: Column } | undefined {
  for (const journal of journals)
    for (const column of journal.widths) if (valueOf(journal, column) === value) return { journal, column };
  return undefined;
}
