import type { Typeface, Weight } from './typeface';

export interface Fitting {
  width: number;
  height: number;
  size: number;
  /** The smallest size that may be used before words are dropped. */
  least: number;
  lines: number;
  weight: Weight;
}

export interface FittedText {
  lines: string[];
  size: number;
  width: number;
}

/** Distance of baselines, as a share of the size. */
export const LINE_HEIGHT = 1.24;

/** Words and the parts of hyphenated words, each with what joins it to the one before. */
function piecesOf(text: string): { text: string; glue: string }[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) =>
      word.split(/(?<=[-–/])(?=\p{L})/u).map((part, index) => ({ text: part, glue: index === 0 ? ' ' : '' })),
    );
}

/** Greedy lines; undefined where one piece alone is too wide. */
function wrap(text: string, width: number, measure: (line: string) => number): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (measure(piece.text) > width) return undefined;
    const longer = line === '' ? piece.text : line + piece.glue + piece.text;
    if (measure(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = piece.text;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** The same number of lines, as evenly long as they get. */
function balance(text: string, width: number, count: number, measure: (line: string) => number): string[] {
  let narrow = width / Math.max(1, count);
  let wide = width;
  for (let step = 0; step < 8; step++) {
    const middle = (narrow + wide) / 2;
    const lines = wrap(text, middle, measure);
    if (lines && lines.length <= count) wide = middle;
    else narrow = middle;
  }
  return wrap(text, wide, measure) ?? [text];
}

function attempt(typeface: Typeface, text: string, size: number, fitting: Fitting): FittedText | undefined {
  const measure = (line: string): number => typeface.width(line, size, fitting.weight);
  const most = Math.min(fitting.lines, Math.floor((fitting.height / size + LINE_HEIGHT - 1) / LINE_HEIGHT));
  const lines = most < 1 ? undefined : wrap(text, fitting.width, measure);
  if (!lines || lines.length === 0 || lines.length > most) return undefined;
  const even = lines.length > 1 ? balance(text, fitting.width, lines.length, measure) : lines;
  return { lines: even, size, width: Math.max(...even.map(measure)) };
}

/**
 * Sets a text into a box: first at its size, then smaller, then with words left out behind an ellipsis.
 * Undefined where nothing sensible fits, or the font lacks a character: the label is then left out.
 */
export function fitText(typeface: Typeface, text: string, fitting: Fitting): FittedText | undefined {
  if (text.trim() === '' || !typeface.supports(text)) return undefined;
  for (let size = fitting.size; size >= fitting.least; size -= 0.5) {
    const fitted = attempt(typeface, text, size, fitting);
    if (fitted) return fitted;
  }
  const words = text.split(/\s+/);
  for (let count = words.length - 1; count > 0; count--) {
    const shorter = `${words
      .slice(0, count)
      .join(' ')
      .replace(/[,;:.–-]+$/, '')}…`;
    const fitted = attempt(typeface, shorter, fitting.least, fitting);
    if (fitted) return fitted;
  }
  return undefined;
}
