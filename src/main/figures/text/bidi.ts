/**
 * Levels of embedding, even from left to right and odd from right to left, one for each UTF-16 unit: the Unicode
 * bidirectional algorithm for one line without explicit marks and without its rule for pairs of brackets.
 */

const RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const ARABIC_DIGIT = /[\u0660-\u0669\u06dd\u066b\u066c]/;

type Kind = 'L' | 'R' | 'AL' | 'EN' | 'AN' | 'ES' | 'CS' | 'ET' | 'NSM' | 'N';

function kindOf(character: string): Kind {
  if (/\p{Mn}/u.test(character)) return 'NSM';
  if (ARABIC_DIGIT.test(character)) return 'AN';
  if (RIGHT.test(character)) return /[\p{Script=Hebrew}\p{Script=Nko}]/u.test(character) ? 'R' : 'AL';
  if (/[0-9\u06f0-\u06f9]/.test(character)) return 'EN';
  if (/[+-]/.test(character)) return 'ES';
  if (/[,./:\u00a0]/.test(character)) return 'CS';
  if (/[#$%\p{Sc}\u00b0\u2030]/u.test(character)) return 'ET';
  return /[\p{L}\p{Mc}\p{Nd}]/u.test(character) ? 'L' : 'N';
}

const isNumber = (kind: Kind | undefined): boolean => kind === 'EN' || kind === 'AN';

/** Rules W1 to W7: what digits and the signs around them count as. */
function resolveWeak(kinds: Kind[], base: Kind): void {
  let strong = base;
  kinds.forEach((kind, index) => {
    if (kind === 'NSM') kinds[index] = kinds[index - 1] ?? base;
    const own = kinds[index];
    if (own === 'L' || own === 'R' || own === 'AL') strong = own;
    if (own === 'EN' && strong === 'AL') kinds[index] = 'AN';
  });
  kinds.forEach((kind, index) => {
    if (kind === 'AL') kinds[index] = 'R';
    const before = kinds[index - 1];
    const between = before === kinds[index + 1];
    if (between && before === 'EN' && (kind === 'ES' || kind === 'CS')) kinds[index] = 'EN';
    if (between && before === 'AN' && kind === 'CS') kinds[index] = 'AN';
  });
  for (let start = 0; start < kinds.length; start += 1) {
    if (kinds[start] !== 'ET') continue;
    let end = start;
    while (kinds[end] === 'ET') end += 1;
    if (kinds[start - 1] === 'EN' || kinds[end] === 'EN') kinds.fill('EN', start, end);
    start = end;
  }
  strong = base;
  kinds.forEach((kind, index) => {
    if (kind === 'L' || kind === 'R') strong = kind;
    if (kind === 'EN' && strong === 'L') kinds[index] = 'L';
  });
}

/** Rules N1 and N2: what stands between two of one direction belongs to it, the rest to the whole. */
function resolveNeutral(kinds: Kind[], base: 'L' | 'R'): void {
  const side = (kind: Kind | undefined): 'L' | 'R' => (kind === undefined ? base : kind === 'L' ? 'L' : 'R');
  const settled = (kind: Kind | undefined) => kind === 'L' || kind === 'R' || isNumber(kind);
  for (let start = 0; start < kinds.length; start += 1) {
    if (settled(kinds[start])) continue;
    let end = start;
    while (end < kinds.length && !settled(kinds[end])) end += 1;
    const before = side(kinds[start - 1]);
    kinds.fill(before === side(kinds[end]) ? before : base, start, end);
    start = end;
  }
}

export function bidiLevels(text: string): number[] {
  if (!RIGHT.test(text) && !ARABIC_DIGIT.test(text)) return new Array<number>(text.length).fill(0);
  const characters = Array.from(text);
  const kinds = characters.map(kindOf);
  const first = kinds.find((kind) => kind === 'L' || kind === 'R' || kind === 'AL');
  const base = first === 'R' || first === 'AL' ? 'R' : 'L';
  resolveWeak(kinds, base);
  resolveNeutral(kinds, base);
  const level = base === 'R' ? 1 : 0;
  return characters.flatMap((character, index) => {
    const kind = kinds[index];
    const own = kind === 'R' ? level | 1 : isNumber(kind) ? 2 : level === 1 && kind === 'L' ? 2 : level;
    return new Array<number>(character.length).fill(own);
  });
}
