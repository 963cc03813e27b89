import { mapJson } from '../http/map-json';

/** Of an answer, in the window: handing over more would stop both it and the main process. */
const SHOWN = { levels: 200, values: 50_000 } as const;

/** An answer as far as the window can take it; `shortened` where something was left out, `…` in its place. */
export function shownAnswer(whole: unknown): { answer: unknown; shortened: boolean } {
  let shortened = false;
  const answer = mapJson(whole, {
    levels: SHOWN.levels,
    values: SHOWN.values,
    text: (text) => text,
    onCut: () => {
      shortened = true;
    },
  });
  return { answer, shortened };
}
