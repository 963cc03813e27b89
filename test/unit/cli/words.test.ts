import { expect, it } from 'vitest';
import { createWords, localeOf } from '../../../src/cli/words';
import { AppError } from '../../../src/shared/app-error';

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'C', LC_MESSAGES: 'zh_TW' }, 'zh-CN'],
  [{ LANG: 'de_DE' }, 'en'],
  [{}, 'en'],
])('speaks, in a terminal with %j, %s', (env, locale) => {
  expect(localeOf(env)).toBe(locale);
});

it('says each error in one line, with the server’s words and what it cost', () => {
  const { error } = createWords({});
  const detail = 'Traceback:\n  line 1';
  expect(error(new AppError('server_error', { status: 500, detail, spent: 'maybe' }).data)).toBe(
    'The server stumbled: Traceback: line 1. A unit may have been spent.',
  );
  expect(error(new AppError('server_error', { status: 503 }).data)).toBe(
    'The server stumbled: It answered 503, an error of its own.',
  );
  const issues = [
    { field: 'caption', code: 'required' },
    { field: 'x', code: 'server', message: 'too short' },
    { field: 'image_model', code: 'rule_nano_banana_resolution' },
  ];
  expect(error(new AppError('invalid_input', { issues }).data)).toBe(
    'Some fields need mending: caption: Write a caption. The server needs one. x: The server says: too short google/nano-banana takes no resolution.',
  );
});
