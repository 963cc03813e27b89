import { expect, it } from 'vitest';
import { showableName } from '../../../../src/main/assets/file-name';

it.each([
  ['paper.pdf', 'paper.pdf'],
  ['/home/me/paper.pdf', 'paper.pdf'],
  ['C:\\papers\\论文 1.pdf', '论文 1.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['two\nlines.pdf', 'twolines.pdf'],
  ['', 'file'],
  ['///', 'file'],
])('shows %j as %j', (name, shown) => {
  expect(showableName(name)).toBe(shown);
});

it('keeps the end of a very long name, where its type stands', () => {
  const shown = showableName(`${'x'.repeat(400)}.pdf`);
  expect(shown).toHaveLength(255);
  expect(shown.endsWith('.pdf')).toBe(true);
});
