import type { Drawing } from '../work';
import { randomFrom } from '../random';
import type { Random } from '../random';
import type { Kind } from './lexicon';
import { chainsFor, kindOf, kindsIn, TITLES } from './lexicon';
import { findPhrases, isStopWord } from './phrases';
import type { Typeface } from './typeface';

export interface Module {
  kind: Kind;
  title: string;
  /** Labels of blocks inside, in the order in which data meets them. */
  blocks: string[];
  /** Index into the palette's hues. */
  hue: 0 | 1 | 2;
  /** How often a stack repeats; how many of `total` parts a sparse module keeps. */
  repeat: number;
  kept: number;
  total: number;
}

export interface Plan {
  modules: Module[];
  /** A dashed line from one module back to an earlier one, as indices; undefined for none. */
  feedback: { from: number; to: number; label: string } | undefined;
  caption: string;
  /** Words for small labels (bars of the output, rows of a ranking). */
  words: string[];
  pages: string | null;
}

/** Middles that stand well beside each other, for what the text does not say. */
const FILLERS: readonly (readonly Kind[])[] = [
  ['stack', 'bars', 'memory', 'stack'],
  ['maps', 'heat', 'fusion', 'stack'],
  ['stack', 'graph', 'heat', 'stack'],
  ['stack', 'experts', 'bars', 'curve'],
  ['ranked', 'stack', 'fusion', 'heat'],
  ['stack', 'heat', 'memory', 'curve'],
  ['graph', 'stack', 'ranked', 'fusion'],
  ['maps', 'noise', 'stack', 'curve'],
];

const FEEDBACK_LABELS = ['feedback', 'refine', 'gradient', 'reuse', 'update'];

function blocksFor(kind: Kind, title: string, labels: string[], random: Random): string[] {
  if (kind !== 'stack') return [];
  const chain = [...random.pick(chainsFor(title))];
  // one label of the request's own among the usual ones, where it is short enough for a block
  const own = labels.findIndex((label) => label.length <= 22 && !chain.includes(label));
  const place = chain.findIndex((label) => !/norm|attention/i.test(label));
  if (own !== -1 && place !== -1) chain.splice(place, 1, ...labels.splice(own, 1));
  return chain;
}

function middleKinds(
  count: number,
  phrases: readonly string[],
  hinted: readonly Kind[],
  random: Random,
): { kind: Kind; title: string | undefined }[] {
  const chosen: { kind: Kind; title: string | undefined }[] = [];
  const uses = (kind: Kind): number => chosen.filter((module) => module.kind === kind).length;
  for (const phrase of phrases) {
    const kind = kindOf(phrase);
    if (kind && kind !== 'output' && chosen.length < count && uses(kind) < (kind === 'stack' ? 2 : 1))
      chosen.push({ kind, title: phrase });
  }
  const filler = [...hinted.filter((kind) => kind !== 'output' && uses(kind) === 0), ...random.pick(FILLERS)];
  const given = chosen.length;
  for (let turn = 0; chosen.length < count && turn < 2 * filler.length; turn++) {
    const kind = filler[turn % filler.length] as Kind;
    if (uses(kind) >= (kind === 'stack' ? 2 : 1)) continue;
    // what was named keeps its order; what is added stands around it
    chosen.splice(random.int(given === 0 ? chosen.length : 0, chosen.length), 0, { kind, title: undefined });
  }
  return chosen;
}

/** Decides what a diagram shows, `count` modules from what goes in to what comes out. Nothing is drawn yet. */
export function planDiagram(drawing: Drawing, count: number, typeface: Typeface): Plan {
  const random = randomFrom('plan', drawing.seed);
  const found = findPhrases(drawing.caption, drawing.source);
  const drawable = (phrase: string): boolean => typeface.supports(phrase);
  const names = found.modules.filter(drawable);
  const labels = found.labels.filter(drawable);
  const middle = middleKinds(count - 2, names, kindsIn(`${drawing.caption} ${drawing.source}`), random);
  const used = new Set(middle.map((module) => module.title));
  labels.push(...names.filter((name) => !used.has(name) && /[\s-]/.test(name)));
  const taken = [...used].join(' ').toLowerCase();
  const titlesLeft = new Map<Kind, string[]>();
  const titleFor = (kind: Kind): string => {
    const left =
      titlesLeft.get(kind) ?? random.shuffle(TITLES[kind]).filter((title) => !taken.includes(title.toLowerCase()));
    titlesLeft.set(kind, left);
    return left.shift() ?? TITLES[kind][0] ?? '';
  };
  const first: Kind = drawing.fromPdf ? 'pages' : 'prose';
  const outputTitle = names.find((name) => kindOf(name) === 'output' && !used.has(name));
  const all = [{ kind: first, title: undefined }, ...middle, { kind: 'output' as const, title: outputTitle }];
  const hues = random.shuffle([0, 1, 2] as const);
  const modules = all.map(({ kind, title }, index): Module => {
    const name = title ?? titleFor(kind);
    const total = random.int(6, 8);
    return {
      kind,
      title: name,
      blocks: kind === 'pages' || kind === 'prose' ? [] : blocksFor(kind, name, labels, random),
      hue: hues[index % 3] ?? 0,
      repeat: random.pick([2, 3, 4, 6, 6, 8, 12]),
      kept: random.int(2, 3),
      total,
    };
  });
  const last = modules.length - 2;
  const feedback =
    last >= 2 && random.chance(0.6)
      ? { from: last, to: random.int(1, last - 1), label: random.pick(FEEDBACK_LABELS) }
      : undefined;
  const words = [...new Set(`${drawing.caption} ${drawing.source}`.match(/\b[a-z]{4,10}\b/g) ?? [])].filter(
    (word) => drawable(word) && !isStopWord(word),
  );
  return {
    modules,
    feedback,
    caption: drawing.caption.replace(/\s+/g, ' ').trim(),
    words: random.shuffle(words),
    pages: drawing.pages,
  };
}
