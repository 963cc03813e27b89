import { expect, it } from 'vitest';
import { layoutFields } from '../../../../src/renderer/forms/form-layout';
import { requireEndpoint } from '../../../../src/shared/endpoints/index';
import { describeFields } from '../../../../src/shared/fields';

const names = (rows: { name: string }[][]): string[][] => rows.map((row) => row.map(({ name }) => name));

it('puts neighbours of one row beside each other and folds the rarer fields away', () => {
  const layout = layoutFields(describeFields(requireEndpoint('paperbanana.generateFromPdf').input));
  expect(names(layout.rows)).toContainEqual(['iterations', 'image_resolution']);
  expect(names(layout.more)).toContainEqual(['vlm_provider', 'vlm_model']);
  expect(names(layout.rows).flat()).not.toContain('webhook_url');
});

it('keeps fields of the same row apart when another stands between them', () => {
  const field = (name: string, row?: string) => ({
    name,
    in: 'body' as const,
    widget: 'text' as const,
    type: 'string' as const,
    required: false,
    ...(row && { row }),
  });
  expect(names(layoutFields([field('a', 'r'), field('b'), field('c', 'r')]).rows)).toEqual([['a'], ['b'], ['c']]);
});
