import { expect, it } from 'vitest';
import { bodyText } from '../../../../src/renderer/ui/body-text';

it('indents JSON, whatever its type says', () => {
  expect(bodyText('{"a":[1]}', { 'content-type': 'text/html' })).toEqual({
    kind: 'text',
    text: '{\n  "a": [\n    1\n  ]\n}',
  });
});

it('shows of a page its words only', () => {
  const page = '<!doctype html><style>p{}</style><p>Bad <b>gateway</b></p><script>alert(1)</script>';
  expect(bodyText(page, {})).toEqual({ kind: 'page', words: 'Bad gateway' });
  expect(bodyText('Bad gateway', { 'Content-Type': 'text/html; charset=utf-8' })).toEqual({
    kind: 'page',
    words: 'Bad gateway',
  });
});

it('leaves other text as the server wrote it', () => {
  expect(bodyText('a < b\nand so on', { 'content-type': 'text/plain' })).toEqual({
    kind: 'text',
    text: 'a < b\nand so on',
  });
});
