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
