import type { AppErrorData } from '../../../shared/app-error';
import type { FigurePanel } from '../../../shared/figure';
import { lettersFor } from '../../../shared/journal-layout';

type Params = Record<string, string | number>;

/** Panels are spoken of by letter, as in a caption, whatever stands beside them in the picture. */
export function withLetters(params: Params, panels: number): Params {
  const letters = lettersFor(panels, { style: 'a', own: [] });
  const letter = (number: unknown): string => letters[Number(number) - 1] ?? String(number);
  return {
    ...params,
    ...('panel' in params && { panel: letter(params['panel']) }),
    ...('panels' in params && { panels: String(params['panels']).split(', ').map(letter).join(', ') }),
  };
}

/** Errors speak of the store's files: here those have the names that the user gave them. */
export function inWords(error: AppErrorData, panels: readonly FigurePanel[]): AppErrorData {
  const named = panels.find(({ source }) => source.sha256 === error.params?.['file']);
  if (!error.params) return error;
  const params = withLetters({ ...error.params, ...(named && { file: named.name }) }, panels.length);
  return { ...error, params, ...(named && error.detail === named.source.sha256 && { detail: named.name }) };
}
