import { expect, it } from 'vitest';
import { pastedLines } from '../../../../src/renderer/forms/pasted-lines';
import { moved, replaced, without } from '../../../../src/renderer/forms/use-rows';

it('moves an item, and nothing past the edges', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

it('replaces and takes away by place', () => {
  expect(replaced(['a', 'b'], 1, 'x')).toEqual(['a', 'x']);
  expect(without(['a', 'b'], 0)).toEqual(['b']);
});

it('parts pasted lines, also those of a JSON list', () => {
  expect(pastedLines('https://a.example/1\nhttps://a.example/2\r\n')).toEqual([
    'https://a.example/1',
    'https://a.example/2',
  ]);
  expect(pastedLines('["t1", "t2"]')).toEqual(['t1', 't2']);
});
