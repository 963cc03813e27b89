import { expect, it } from 'vitest';
import { paperbanana } from '../../../../src/main/providers/paperbanana';
import type { ErrorCode } from '../../../../src/shared/app-error';
import { AppError } from '../../../../src/shared/app-error';

const poll = (code: ErrorCode, detail?: string) =>
  paperbanana.pollError?.(new AppError(code, { status: 404, ...(detail !== undefined && { detail }) })).data;
const image = (detail: string) => paperbanana.artifactError?.(new AppError('not_found', { detail })).data.code;

it('reads a 404 on a poll as a job that the server has forgotten', () => {
  expect(poll('not_found', 'Task not found')).toMatchObject({
    code: 'forgotten',
    status: 404,
    detail: 'Task not found',
    retryable: false,
  });
  expect(poll('not_found')?.code).toBe('forgotten');
});

it('does not call a job forgotten where the server has no such path at all', () => {
  expect(poll('not_found', 'Not Found')?.code).toBe('not_found');
});

it('leaves all that blocks reading as it is', () => {
  for (const code of ['unauthorized', 'key_disabled', 'quota_exhausted', 'server_error'] as const)
    expect(poll(code)?.code).toBe(code);
});

it('tells a missing image from a forgotten task', () => {
  expect(image('Image not available yet')).toBe('not_found');
  expect(image('Task not found')).toBe('forgotten');
});
