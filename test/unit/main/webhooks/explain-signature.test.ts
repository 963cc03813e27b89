import { expect, it } from 'vitest';
import { explainSignature } from '../../../../src/main/webhooks/explain-signature';
import { signBody } from '../../../../src/main/webhooks/signature';
import { pythonJson } from '../../../../src/shared/webhook';

const secret = 'whsec';
const value = { event: 'task.completed', description: 'naïve 中文 😀', list: [1, 2.5, null, true], empty: {} };
const signed = pythonJson(value);
const header = signBody(new TextEncoder().encode(signed), secret);

it('writes JSON as Python does', () => {
  expect(signed).toBe(
    '{"event": "task.completed", "description": "na\\u00efve \\u4e2d\\u6587 \\ud83d\\ude00", "list": [1, 2.5, null, true], "empty": {}}',
  );
});

it('finds the untouched body good', () => {
  expect(explainSignature(signed, header, secret)).toMatchObject({ verdict: 'good', change: null, at: null });
});

it.each([
  ['a newline at the end', `${signed}\n`, 'newline_added', { line: 1, column: signed.length + 1 }],
  ['a Windows newline at the end', `${signed}\r\n`, 'newline_added', { line: 1, column: signed.length + 1 }],
  [
    'unicode read and written again',
    signed.replace('\\u00ef', 'ï').replace('\\u4e2d\\u6587', '中文').replace('\\ud83d\\ude00', '😀'),
    'unicode_unescaped',
    { line: 1, column: 47 },
  ],
  ['spaces taken out', JSON.stringify(value), 'spaces_removed', { line: 1, column: 10 }],
  ['pretty printing', JSON.stringify(value, null, 2), 'reformatted', { line: 1, column: 2 }],
  ['a byte order mark', `\ufeff${signed}`, 'bom_added', { line: 1, column: 1 }],
])('names %s, and where it begins', (_what, body, change, at) => {
  expect(explainSignature(body, header, secret)).toMatchObject({ verdict: 'wrong', change, at });
});

it('names a newline that was lost', () => {
  const withNewline = signBody(new TextEncoder().encode(`${signed}\n`), secret);
  expect(explainSignature(signed, withNewline, secret)).toMatchObject({ change: 'newline_lost' });
});

it('names a secret copied with a space', () => {
  expect(explainSignature(signed, header, `${secret} `)).toMatchObject({ change: 'secret_spaces' });
});

it('claims nothing where nothing explains it', () => {
  expect(explainSignature(signed.replace('2.5', '2.6'), header, secret)).toMatchObject({
    verdict: 'wrong',
    change: null,
    at: null,
  });
});
