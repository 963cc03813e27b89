/** Ways of lettering panels that fill in by themselves. */
export const LABEL_STYLES = ['(a)', 'a', 'A', '1', 'none'] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

/** a … z, then aa, ab …: more than 26 panels are lettered on. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(97 + (index % 26));
}

function labelAt(style: LabelStyle, index: number): string {
  switch (style) {
    case '(a)':
      return `(${letters(index)})`;
    case 'a':
      return letters(index);
    case 'A':
      return letters(index).toUpperCase();
    case '1':
      return String(index + 1);
    case 'none':
      return '';
  }
}

export const panelLabels = (style: LabelStyle, count: number): string[] =>
  Array.from({ length: count }, (_item, index) => labelAt(style, index));

/** The style that makes exactly these labels; undefined where they are somebody's own. */
export function styleOf(labels: readonly string[]): LabelStyle | undefined {
  if (labels.length === 0) return undefined;
  return LABEL_STYLES.find((style) => panelLabels(style, labels.length).every((label, at) => label === labels[at]));
}
