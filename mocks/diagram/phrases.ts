import { isVague, kindOf, translatedTerms } from './lexicon';

/** Words that hold a sentence together and name nothing: a phrase ends before them. */
const STOP = new Set(
  (
    'a an the of in on at by for from to into onto with without and or nor but as than then that this these those which who whose ' +
    'is are was were be been being has have had do does did can could may might must shall should will would we our us it its they their ' +
    'use uses used using apply applies applied propose proposes proposed show shows shown describe describes given gives give takes take ' +
    'consist consists consisting contain contains based via per each every all both such only also more most less very over under between ' +
    'through across during while where when how what not no if so one two three four five six first second third finally next after before ' +
    'overall overview figure fig illustration diagram architecture framework method methods approach paper section results result ' +
    'present presents introduce introduces reads read keeps keep best new within they them there here about up out off ' +
    'methodology pipeline workflow system finds find links link generates generate predicts predict merges merge'
  ).split(' '),
);

const PREFIX = /^\s*(?:fig(?:ure|\.)?|图|圖)\s*\d+\s*[a-z]?\s*[:.：．、]?\s*/i;
const LONGEST = 28;

export const isStopWord = (word: string): boolean => STOP.has(word.toLowerCase());

/** The caption without its "Figure 1:". */
export function captionText(caption: string): string {
  return caption.replace(PREFIX, '').replace(/\s+/g, ' ').trim();
}

function tidy(words: readonly string[]): string {
  const phrase = words.join(' ');
  // names in capitals stay as they are; an ordinary phrase begins with one
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** Runs of words between stop words and punctuation, longest tails first: "six-layer Transformer encoder". */
function runsOf(text: string): string[][] {
  const runs: string[][] = [];
  for (const clause of text.split(/[.,;:!?()[\]{}"“”|→/\n]+|\s[-–—]\s/)) {
    let run: string[] = [];
    for (const word of clause.split(/\s+/)) {
      const plain = word.replace(/^['’]+|['’]+$|['’]s$/g, '');
      const named = /^[\p{Script=Latin}\p{Script=Greek}][\p{L}\p{N}+-]*$/u.test(plain);
      if (named && !isStopWord(plain)) run.push(plain);
      else {
        if (run.length > 0) runs.push(run);
        run = [];
      }
    }
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

/** Ends a phrase only half: something must follow. */
const ADJECTIVE = /-(\w+ed|aware|free)$/i;

/** Up to the last of the first nouns that stand together: "dense retriever" of "dense retriever ranks passages". */
function headOf(run: readonly string[]): readonly string[] {
  let end = run.findIndex((word) => kindOf(word) !== undefined);
  if (end === -1) return run;
  while (end + 1 < run.length && (kindOf(run[end + 1] ?? '') !== undefined || ADJECTIVE.test(run[end] ?? ''))) end++;
  return run.slice(0, end + 1);
}

function fromRun(whole: readonly string[]): string | undefined {
  const run = headOf(whole);
  for (let length = Math.min(3, run.length); length > 0; length--) {
    const phrase = tidy(run.slice(-length));
    if (phrase.length <= LONGEST && phrase.length >= 3) return phrase;
  }
  return undefined;
}

export interface Phrases {
  /** Phrases with a picture of their own, in the order of the text. */
  modules: string[];
  /** Other noun-like phrases, for labels of blocks. */
  labels: string[];
}

/** The things that a request names, from its caption first, then from its source text. */
export function findPhrases(caption: string, source: string): Phrases {
  const texts = [captionText(caption), source].map((text) =>
    text.replace(/mixtures? of experts/gi, 'mixture-of-experts').replace(/encoder[-–]decoder/gi, 'encoder, decoder'),
  );
  const all = [
    ...translatedTerms(texts.join(' ')),
    ...texts.flatMap((text) => runsOf(text)).flatMap((run) => fromRun(run) ?? []),
  ];
  const seen = new Set<string>();
  const unique = all.filter((phrase) => {
    const key = phrase.toLowerCase().replace(/s$/, '');
    return !seen.has(key) && seen.add(key);
  });
  const modules = unique.filter((phrase) => kindOf(phrase) !== undefined && !isVague(phrase));
  const labels = unique.filter((phrase) => kindOf(phrase) === undefined && /\s|-|[A-Z].*[A-Z]/.test(phrase));
  return { modules, labels };
}
