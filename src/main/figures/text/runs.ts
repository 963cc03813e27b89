import { bidiLevels } from './bidi';
import type { ShapingRun } from './harfbuzz';

/** Scripts that fonts treat apart; letters of all others count as one. */
const SCRIPTS = [
  ...['Latin', 'Greek', 'Cyrillic', 'Armenian', 'Georgian', 'Hebrew', 'Arabic', 'Han', 'Hiragana', 'Katakana'],
  ...['Hangul', 'Thai', 'Lao', 'Devanagari', 'Bengali', 'Tamil', 'Tifinagh', 'Ethiopic', 'Braille', 'Cherokee'],
].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'u') }));

const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/u;

function scriptOf(character: string): string | undefined {
  if (SHARED.test(character)) return undefined;
  return SCRIPTS.find(({ letters }) => letters.test(character))?.name ?? 'other';
}

export interface TextRun<Face> extends ShapingRun {
  face: Face;
  level: number;
}

/** Reverses runs from the highest level down to the lowest odd one (rule L2). */
function inVisualOrder<T extends { level: number }>(runs: T[]): T[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}

/**
 * Cuts a text where script, direction or font change, in the order from left to right. Signs that scripts share
 * (blanks, brackets, digits) go with the letters before them, at the beginning with those behind.
 */
export function splitRuns<Face>(text: string, faceFor: (character: string, before: Face | undefined) => Face) {
  const levels = bidiLevels(text);
  const characters = Array.from(text);
  const scripts = characters.map(scriptOf);
  let script = scripts.find((own) => own !== undefined);
  const runs: TextRun<Face>[] = [];
  let at = 0;
  let lastScript: string | undefined;
  characters.forEach((character, index) => {
    script = scripts[index] ?? script;
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    const face = faceFor(character, last?.face);
    if (last && last.level === level && last.face === face && lastScript === script) last.end += character.length;
    else runs.push({ text, start: at, end: at + character.length, rightToLeft: level % 2 === 1, face, level });
    lastScript = script;
    at += character.length;
  });
  return inVisualOrder(runs);
}
