import { expect, it } from 'vitest';
import { failureError } from '../../../../src/main/http/failure-error';
import { createRedactor } from '../../../../src/main/http/redact';
import type { FailureKind } from '../../../../src/main/http/request-failure';
import { RequestFailure } from '../../../../src/main/http/request-failure';
import type { WireEndpoint } from '../../../../src/main/http/wire-endpoint';
import { generate } from '../../../../src/shared/endpoints/paperbanana';
import { task } from '../../../../src/shared/endpoints/paperbanana-tasks';

function dataOf(kind: FailureKind, endpoint: WireEndpoint, facts: { maybeSent?: boolean; status?: number } = {}) {
  const { maybeSent = true, status = null } = facts;
  const redactor = createRedactor(endpoint, undefined, 'secret');
  return failureError(new RequestFailure(kind, 'at secret'), { endpoint, maybeSent, status, redactor }).data;
}

it('calls every loss of a submission that may have arrived uncertain', () => {
  for (const kind of ['lost', 'timeout', 'canceled', 'never_sent'] as const)
    expect(dataOf(kind, generate)).toMatchObject({ code: 'uncertain', spent: 'maybe', params: { cause: kind } });
});

it('says unreachable only where no attempt can have arrived', () => {
  expect(dataOf('never_sent', generate, { maybeSent: false })).toMatchObject({ code: 'unreachable', spent: 'no' });
});

it('says what broke where nothing can be spent', () => {
  expect(dataOf('lost', task)).toMatchObject({ code: 'connection_lost', spent: 'no', retryable: true });
  expect(dataOf('too_large', task)).toMatchObject({ code: 'answer_too_large', spent: 'no' });
  expect(dataOf('timeout', task)).toMatchObject({ code: 'timeout', retryable: true });
  expect(dataOf('canceled', task)).toMatchObject({ code: 'canceled', retryable: false });
});

it('does not offer to repeat a change that costs nothing but may have happened', () => {
  const { id, credential, input, answer, timeoutMs } = generate;
  const createKey: WireEndpoint = { id, method: 'POST', credential, input, answer, timeoutMs, units: 0 };
  expect(dataOf('lost', createKey)).toMatchObject({ code: 'connection_lost', retryable: false });
});

it('knows the unit as spent once the promised status had come', () => {
  expect(dataOf('lost', generate, { status: 202 })).toMatchObject({ code: 'uncertain', spent: 'yes' });
  expect(dataOf('too_large', generate, { status: 202 })).toMatchObject({ code: 'uncertain', spent: 'yes' });
});

it('redacts the system’s text', () => {
  expect(dataOf('lost', task).detail).toBe('at •••');
});
