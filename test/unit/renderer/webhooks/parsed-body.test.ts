import { expect, it } from 'vitest';
import { parsedBody } from '../../../../src/renderer/webhooks/inbox/parsed-body';

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

it('reads objects and lists', () => {
  expect(parsedBody('{"a": [1]}')).toEqual({ a: [1] });
  expect(parsedBody('[1]')).toEqual([1]);
});

it('leaves everything else as it came', () => {
  for (const body of ['', '1', 'null', '"text"', '{"a":', 'a=1']) expect(parsedBody(body)).toBeUndefined();
});

it('sets out nothing that is nested for the sake of nesting', () => {
  expect(parsedBody(nested(60))).toBeDefined();
  expect(parsedBody(nested(61))).toBeUndefined();
  expect(parsedBody(nested(20_000))).toBeUndefined();
});
