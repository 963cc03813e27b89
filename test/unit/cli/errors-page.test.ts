import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorsPage } from '../../../src/cli/errors-page';
import { failureError } from '../../../src/main/http/failure-error';
import { parseJson } from '../../../src/main/http/answer-text';
import { badAnswer, mapErrorAnswer } from '../../../src/main/http/map-error';
import { createRedactor } from '../../../src/main/http/redact';
import type { FailureKind } from '../../../src/main/http/request-failure';
import { RequestFailure } from '../../../src/main/http/request-failure';
import type { AppError } from '../../../src/shared/app-error';
import { ERROR_CODES } from '../../../src/shared/app-error';
import { requireEndpoint } from '../../../src/shared/endpoints';
import { errorCost } from '../../../src/shared/error-costs';

it('docs/errors.md is what the program says today: `npm run docs` writes it anew', () => {
  expect(readFileSync(join(__dirname, '../../../docs/errors.md'), 'utf8')).toBe(errorsPage());
});

it('has every code once, and no fact left open', () => {
  const page = errorsPage();
  for (const code of ERROR_CODES) expect(page.split(`\n\`${code}\`\n`)).toHaveLength(2);
  expect(page).not.toMatch(/\{\{|undefined/);
});

const endpoints = ['paperbanana.generate', 'paperbanana.task', 'paperbanana.createKey'].map(requireEndpoint);
const TEXTS: [string, string][] = [
  ['application/json', '{"detail":"no"}'],
  ['text/html', '<html>away</html>'],
  ['text/plain', ''],
];
const KINDS: FailureKind[] = ['never_sent', 'lost', 'timeout', 'canceled', 'too_large'];

/** Every error that an answer or its absence can become. */
function allErrors(): AppError[] {
  return endpoints.flatMap((endpoint) => {
    const redactor = createRedactor(endpoint, undefined, null);
    const answers = Array.from({ length: 400 }, (_, index) => index + 200).flatMap((status) =>
      TEXTS.flatMap(([type, text]) =>
        [true, false].map((maybeSentBefore) => {
          const headers = new Headers({ 'content-type': type });
          return { endpoint, status, headers, text, json: parseJson(text), redactor, now: 0, maybeSentBefore };
        }),
      ),
    );
    const failures = KINDS.flatMap((kind) =>
      [null, 202, 200].map((status) =>
        failureError(new RequestFailure(kind), { endpoint, maybeSent: kind !== 'never_sent', status, redactor }),
      ),
    );
    return [
      ...failures,
      ...answers.flatMap((answer) =>
        // a good status comes here as a page, or as a body that is not what was promised
        answer.status >= 300
          ? mapErrorAnswer(answer)
          : [badAnswer(answer), ...(answer.text.startsWith('<') ? [mapErrorAnswer(answer)] : [])],
      ),
    ];
  });
}

it('tells of each error no more and no less than what it can have cost', () => {
  const seen = new Map<string, Set<string>>();
  for (const { data } of allErrors()) seen.set(data.code, (seen.get(data.code) ?? new Set()).add(data.spent));
  // a cut of the user's may come before anything left, and `canceled` is told there for what the queue makes of it
  seen.get('canceled')?.add('maybe');
  expect(seen.size).toBeGreaterThan(12);
  for (const [code, spent] of seen) {
    const known = ERROR_CODES.find((name) => name === code);
    expect([...spent].sort(), code).toEqual(known && [...errorCost(known).spent].sort());
  }
});
