/** How numbers are written in a text: with a point, or with a comma as in much of Europe. */
export type DecimalMark = 'point' | 'comma';

/** More digits than a number keeps exactly are an id, and stay text. */
const EXACT_DIGITS = 15;
const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const GROUPED = { point: /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, comma: /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ };
const WITH_COMMA = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;
/** Three digits behind a single comma may be thousands as well as decimals: they prove nothing. */
const SURELY_DECIMAL = /^[+-]?(?:\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+)$/;
const SURELY_POINT = /^[+-]?(?:\d*\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,})$/;

const trimmed = (text: string): string => text.trim().replace(/^[\u2212\u2013]/, '-');

/** The mark that these texts use. A comma has to be proven; contradictory texts keep the point. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark {
  let comma = false;
  for (const text of texts) {
    const number = trimmed(text);
    if (SURELY_POINT.test(number)) return 'point';
    comma ||= SURELY_DECIMAL.test(number);
  }
  return comma ? 'comma' : 'point';
}

/**
 * The number that a text stands for; undefined for everything that is better left a text: codes with leading zeros,
 * ids too long to be exact, percentages, dates.
 */
export function numberOf(text: string, mark: DecimalMark = 'point'): number | undefined {
  let number = trimmed(text);
  if (GROUPED[mark].test(number) && (mark === 'comma' || SURELY_POINT.test(number)))
    number = number.replaceAll(mark === 'comma' ? '.' : ',', '');
  if (mark === 'comma' && WITH_COMMA.test(number)) number = number.replace(',', '.');
  if (!PLAIN.test(number) || /^[+-]?0\d/.test(number)) return undefined;
  if (
    number
      .replace(/[eE].*$/, '')
      .replace(/\D/g, '')
      .replace(/^0+/, '').length > EXACT_DIGITS
  )
    return undefined;
  const value = Number(number);
  return Number.isFinite(value) ? value : undefined;
}
