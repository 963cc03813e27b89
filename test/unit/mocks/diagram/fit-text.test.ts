import { expect, it } from 'vitest';
import { fitText } from '../../../../mocks/diagram/fit-text';
import { createTypeface } from '../../../../mocks/diagram/typeface';
import { RESOURCES } from '../../../support/mock-world';

const typeface = await createTypeface(RESOURCES)();
const box = { width: 120, height: 44, size: 16, least: 11, lines: 2, weight: 'regular' } as const;

it('leaves a text that fits at its size', () => {
  expect(fitText(typeface, 'Add & norm', box)).toMatchObject({ lines: ['Add & norm'], size: 16 });
});

it('breaks into even lines before it shrinks', () => {
  expect(fitText(typeface, 'Masked self-attention', box)).toMatchObject({
    lines: ['Masked self-', 'attention'],
    size: 16,
  });
});

it('shrinks, and never below the least size', () => {
  const fitted = fitText(typeface, 'Heterogeneous multi-relational aggregation', box);
  expect(fitted?.size).toBeLessThan(16);
  expect(fitted?.size).toBeGreaterThanOrEqual(11);
});

it('drops words behind an ellipsis when nothing else helps', () => {
  const fitted = fitText(
    typeface,
    'a very long label that goes on and on beyond all that a small block could ever hold',
    box,
  );
  expect(fitted?.lines.join(' ')).toMatch(/^a very long .*…$/);
});

it('stays within its box whatever it is given', () => {
  for (const text of ['x', 'Pneumonoultramicroscopic', 'one two three four five six seven', 'A/B–C-D e']) {
    const fitted = fitText(typeface, text, box);
    for (const line of fitted?.lines ?? [])
      expect(typeface.width(line, fitted?.size ?? 0, 'regular')).toBeLessThanOrEqual(120);
  }
});

it('leaves out what the font cannot draw, and what has no words', () => {
  expect(fitText(typeface, '稀疏路由', box)).toBeUndefined();
  expect(fitText(typeface, 'Router 路由', box)).toBeUndefined();
  expect(fitText(typeface, '  ', box)).toBeUndefined();
});
