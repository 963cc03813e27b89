import { expect, it } from 'vitest';
import { createSecretBook } from '../../../../src/main/credentials/secret-book';
import { AppError } from '../../../../src/shared/app-error';
import { deleteKey, listKeys } from '../../../../src/shared/endpoints/paperbanana-admin';

const KEY = 'pb_0123456789abcdef0123456789ab9f3e';
const BASE = 'https://figures.example.edu';

function setUp() {
  let last = 0;
  return createSecretBook(() => `handle-${(last += 1)}`);
}
const answer = [{ key: KEY, name: 'lab', nested: { key: 'another' }, quota_total: null }];

it('gives handles for the secrets of an answer, wherever they stand, and nothing of the secrets', () => {
  const shown = setUp().hide(listKeys, answer, BASE);
  expect(shown).toEqual([
    {
      key: { $secret: 'handle-1', hint: 'pb_••••9f3e' },
      name: 'lab',
      nested: { key: { $secret: 'handle-2', hint: '••••' } },
      quota_total: null,
    },
  ]);
});

it('leaves the answers of other endpoints alone', () => {
  expect(setUp().hide({ ...listKeys, secretAnswers: [] }, answer, BASE)).toBe(answer);
});

it('keeps the handle of a secret that comes again', () => {
  const book = setUp();
  expect(book.hide(listKeys, answer, BASE)).toEqual(book.hide(listKeys, answer, BASE));
});

it('puts the secret back into a masked field, for its own server only', () => {
  const book = setUp();
  book.hide(listKeys, answer, BASE);
  const key = { $secret: 'handle-1', hint: '' };
  expect(book.resolve(deleteKey, { key }, BASE)).toEqual({ key: KEY });
  expect(book.resolve(deleteKey, { key: KEY }, BASE)).toEqual({ key: KEY });
  const issues = (handle: string, baseUrl: string) => {
    try {
      return book.resolve(deleteKey, { key: { $secret: handle, hint: '' } }, baseUrl);
    } catch (error) {
      return error instanceof AppError ? error.data.issues : error;
    }
  };
  expect(issues('handle-1', 'https://elsewhere.example')).toEqual([{ field: 'key', code: 'stale_secret' }]);
  expect(issues('handle-9', BASE)).toEqual([{ field: 'key', code: 'stale_secret' }]);
  // a handle anywhere else stays a handle
  expect(book.resolve(deleteKey, { other: key }, BASE)).toEqual({ other: key });
});

it('reveals by handle, until it has forgotten', () => {
  const book = setUp();
  book.hide(listKeys, answer, BASE);
  expect(book.reveal('handle-1')).toBe(KEY);
  book.clear();
  expect(() => book.reveal('handle-1')).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});

it('takes a key that the server has shortened for the text that it is', () => {
  const shortened = [{ key: 'pb_a1b2c3...', name: 'my-app' }];
  expect(setUp().hide(listKeys, shortened, BASE)).toEqual(shortened);
});
