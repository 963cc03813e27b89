import { expect, it } from 'vitest';
import { createPreviewShelf } from '../../../../src/main/figures/preview-shelf';

const bytes = (value: number): Uint8Array => new Uint8Array([value]);

it('holds the newest three of each slot, and no more', () => {
  let last = 0;
  const shelf = createPreviewShelf(() => `token-${(last += 1)}`);
  const page = [1, 2, 3, 4].map((value) => shelf.put('page', bytes(value)));
  const region = shelf.put('region', bytes(9));
  expect(page.map((token) => shelf.get(token)?.[0])).toEqual([undefined, 2, 3, 4]);
  expect(shelf.get(region)).toEqual(bytes(9));
  shelf.clear();
  expect(shelf.get(region)).toBeUndefined();
});
