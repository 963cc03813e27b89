import { expect, it } from 'vitest';
import { z } from 'zod';
import { withMask, draftValues } from '../../../../src/main/jobs/masked-fields';
import { searchText } from '../../../../src/main/jobs/search-text';
import { field } from '../../../../src/shared/fields';

const input = z.strictObject({
  name: field(z.string(), { in: 'body', widget: 'text' }),
  webhook_secret: field(z.string().optional(), { in: 'body', widget: 'text', masked: true }),
  model: field(z.enum(['a', 'b']).optional(), { in: 'body', widget: 'choice' }),
});
const values = { name: 'Lab', webhook_secret: 'hush', model: 'a' };

it('hides what is masked from the history', () => {
  expect(withMask(input, values)).toEqual({ name: 'Lab', webhook_secret: '••••••••', model: 'a' });
  expect(withMask(input, { name: 'Lab' })).toEqual({ name: 'Lab' });
});

it('leaves what is masked out of drafts', () => {
  expect(draftValues(input, values)).toEqual({ name: 'Lab', model: 'a' });
});

it('searches texts, neither secrets nor settings', () => {
  expect(searchText(input, values)).toBe('Lab');
});
