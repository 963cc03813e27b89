const PIECES = /\p{Script=Han}+|[\p{L}\p{N}_]+(?:['’][\p{L}\p{N}_]+)*|\s+|[^\p{L}\p{N}_\s]/gu;
const HAN = /^\p{Script=Han}/u;
/**
 * Every segment of Intl.Segmenter carries the whole text that it was cut from (in V8 as a copy): a long run is handed
 * over in pieces.
 */
const RUN = 120;

let segmenter: Intl.Segmenter | undefined;

function cutHan(run: string): string[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  for (let start = 0; start < run.length; start += RUN)
    for (const { segment } of segmenter.segment(run.slice(start, start + RUN))) words.push(segment);
  return words;
}

/** The words of a text with the spaces and signs between them, also of Chinese, which has no spaces. Together they are the text. */
export function wordsOf(text: string): string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => (HAN.test(piece) && piece.length > 1 ? cutHan(piece) : [piece]));
}
