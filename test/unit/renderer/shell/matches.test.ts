import { expect, it } from 'vitest';
import { matches } from '../../../../src/renderer/shell/matches';

it('finds all words in any order, case and place', () => {
  expect(matches('pdf dia', 'Diagram from a PDF', 'PaperBanana /api/generate-from-pdf')).toBe(true);
  expect(matches('generate-from', 'Diagram from a PDF', 'PaperBanana /api/generate-from-pdf')).toBe(true);
  expect(matches('pdf plot', 'Diagram from a PDF', undefined)).toBe(false);
});

it('offers everything where nothing is typed', () => {
  expect(matches('', 'Settings')).toBe(true);
});

it('finds Chinese', () => {
  expect(matches('主题', '主题：深色')).toBe(true);
});
