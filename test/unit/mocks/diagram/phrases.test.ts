import { expect, it } from 'vitest';
import { captionText, findPhrases } from '../../../../mocks/diagram/phrases';

it.each([
  ['Figure 1: Transformer encoder', 'Transformer encoder'],
  ['Fig. 2. Overview', 'Overview'],
  ['图 3：编码器', '编码器'],
  ['Figurative speech', 'Figurative speech'],
])('takes the number off %j', (caption, text) => {
  expect(captionText(caption)).toBe(text);
});

it('finds modules in the order in which they are named', () => {
  const { modules } = findPhrases(
    'Figure 2: Retrieval-augmented planner',
    'A dense retriever ranks passages for the fusion module.',
  );
  expect(modules).toEqual(['Retrieval-augmented planner', 'Dense retriever', 'Fusion module']);
});

it('ends a phrase at its noun, not at the verb behind it', () => {
  expect(findPhrases('The relation graph links entities', '').modules).toEqual(['Relation graph']);
});

it('takes an encoder-decoder apart, with either dash', () => {
  for (const dash of ['-', '–'])
    expect(findPhrases(`Sparse-routed encoder${dash}decoder`, '').modules).toEqual([
      'Sparse-routed encoder',
      'Decoder',
    ]);
});

it('calls Chinese terms of the trade by their English names', () => {
  expect(findPhrases('图 1：用于长文档的稀疏路由编码器', '').modules).toEqual(['Encoder', 'Router']);
});

it('names nothing twice and nothing vague', () => {
  expect(findPhrases('The model and the decoder, a decoder for the network', '').modules).toEqual(['Decoder']);
});
