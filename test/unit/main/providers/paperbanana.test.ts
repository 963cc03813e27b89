import { expect, it } from 'vitest';
import { paperbanana } from '../../../../src/main/providers/paperbanana';
import type { ErrorCode } from '../../../../src/shared/app-error';
import { AppError } from '../../../../src/shared/app-error';

const raw = (body: string) => ({ contentType: 'application/json', body });
const image = (body: string) => paperbanana.artifactError?.(new AppError('not_found', { raw: raw(body) })).data.code;

it.each(['Task not found', 'task not found', 'Task not found.'])('reads %j as a word about the task', (detail) => {
  expect(paperbanana.saysUnknown(new AppError('not_found', { raw: raw(JSON.stringify({ detail })) }))).toBe(true);
});

it('leaves all that blocks reading as it is', () => {
  const body = raw('{"detail":"Task not found"}');
  for (const code of ['unauthorized', 'key_disabled', 'quota_exhausted', 'server_error'] satisfies ErrorCode[])
    expect(paperbanana.saysUnknown(new AppError(code, { raw: body }))).toBe(false);
});

it('tells a missing image from a forgotten task, and both from a proxy', () => {
  expect(image('{"detail":"Image not available yet"}')).toBe('not_found');
  expect(image('{"detail":"Task not found"}')).toBe('forgotten');
  expect(image('404 page not found')).toBe('gateway_page');
});
