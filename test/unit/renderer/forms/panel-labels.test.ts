import { expect, it } from 'vitest';
import { LABEL_STYLES, panelLabels, styleOf } from '../../../../src/renderer/forms/panel-labels';

it('letters panels by style', () => {
  expect(LABEL_STYLES.map((style) => panelLabels(style, 2))).toEqual([
    ['(a)', '(b)'],
    ['a', 'b'],
    ['A', 'B'],
    ['1', '2'],
    ['', ''],
  ]);
  expect(panelLabels('(a)', 28).slice(-3)).toEqual(['(z)', '(aa)', '(ab)']);
});

it('recognises the style of labels, and own ones as none', () => {
  for (const style of LABEL_STYLES) expect(styleOf(panelLabels(style, 3))).toBe(style);
  expect(styleOf(['a', 'c'])).toBeUndefined();
  expect(styleOf([])).toBeUndefined();
});
