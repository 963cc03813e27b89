import { expect, it } from 'vitest';
import { diffParts, sideOf } from '../../../../src/renderer/results/prompt/diff-parts';
import { wordsOf } from '../../../../src/renderer/results/prompt/words';
import { diagramDraft, plotDraft } from '../../../../src/renderer/results/prompt/use-it';

const textOf = (parts: { text: string }[]): string => parts.map(({ text }) => text).join('');

it('marks the words that were added and taken away', () => {
  const parts = diffParts('Draw a small encoder.', 'Draw a large encoder with labels.');
  expect(parts.filter(({ kind }) => kind === 'gone').map(({ text }) => text.trim())).toContain('small');
  expect(textOf(parts.filter(({ kind }) => kind === 'new'))).toMatch(/large.*with labels/s);
});

it('gives both texts back whole', () => {
  const before = 'One two three.\nFour five.';
  const after = 'One 2 three.\nFour  five, six.';
  const parts = diffParts(before, after);
  expect(textOf(sideOf(parts, 'after'))).toBe(after);
  expect(textOf(sideOf(parts, 'before'))).toBe(before);
});

it('takes a rewritten sentence as one change, though it has spaces in common', () => {
  const parts = diffParts('It: aa bb cc dd.', 'It: ee ff gg hh.');
  expect(parts.map(({ kind }) => kind)).toEqual(['same', 'gone', 'new', 'same']);
});

it('cuts a text into pieces that are the text again', () => {
  for (const text of ["don't  stop—now\n", '编码器由六层组成。', `${'编码器结构'.repeat(100)} end`, ''])
    expect(wordsOf(text).join('')).toBe(text);
});

it('compares Chinese by words, not by whole sentences', () => {
  const parts = diffParts('绘制一个编码器结构图', '绘制一个解码器结构图');
  expect(textOf(parts.filter(({ kind }) => kind === 'same'))).toContain('绘制一个');
  expect(textOf(parts.filter(({ kind }) => kind === 'gone'))).not.toContain('绘制');
});

it('ends in a second or two for long texts that share nothing', () => {
  const words = (prefix: string): string =>
    Array.from({ length: 30_000 }, (_, index) => `${prefix}${(index * 7919) % 30_011}`).join(' ');
  const parts = diffParts(words('a'), words('b'));
  expect(textOf(sideOf(parts, 'after'))).toBe(words('b'));
});

it('puts the polished prompt before the context it was made from', () => {
  expect(diagramDraft('Polished.', { source_context: 'Our model.', caption: 'Figure 1' }, { iterations: 5 })).toEqual({
    iterations: 5,
    source_context: 'Polished.\n\nOur model.',
    caption: 'Figure 1',
  });
});

it('keeps the caption of the form where the prompt had none', () => {
  expect(diagramDraft('Polished.', { description: 'x' }, { caption: 'Mine' })).toEqual({
    caption: 'Mine',
    source_context: 'Polished.',
  });
});

it('makes the polished prompt the intent of a plot and keeps its data', () => {
  expect(plotDraft('Bars.', { data_json: '[1]', intent: 'old' })).toEqual({ data_json: '[1]', intent: 'Bars.' });
});
