const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/**
 * What a number field holds: the number that the text stands for, else the text itself, so that what is no number is
 * judged and not dropped. A comma proves nothing: it may mean decimals as well as thousands.
 */
export function typedNumber(text: string): number | string {
  // digits of full width are what a Chinese keyboard may give
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[\u2212\u2013]/, '-');
  if (plain === '') return '';
  return PLAIN.test(plain) ? Number(plain) : text;
}

interface Steps {
  step: number;
  min: number | undefined;
  max: number | undefined;
}

/** One step up or down, inside the range, without the dust of binary fractions. */
export function stepped(value: number, direction: 1 | -1, { step, min = -Infinity, max = Infinity }: Steps): number {
  const next = Number((value + direction * step).toFixed(6));
  return Math.min(Math.max(next, min), max);
}
