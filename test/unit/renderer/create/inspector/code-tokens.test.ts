import { expect, it } from 'vitest';
import { codeLines } from '../../../../../src/renderer/create/inspector/code-tokens';

const strings = (code: string, language: 'bash' | 'javascript' | 'python') =>
  codeLines(code, language).lines.flatMap(({ tokens }) =>
    tokens.filter(({ kind }) => kind === 'string').map(({ text }) => text),
  );

it('finds the strings of each language', () => {
  expect(strings(`printf '%s' 'It'\\''s' "$(x "y")"`, 'bash')).toEqual([`'%s'`, `'It'\\''s'`, `"$(x "`, `")"`]);
  expect(strings('const a = "say \\"hi\\"" + `b ${c}`;', 'javascript')).toEqual(['"say \\"hi\\""', '`b ${c}`']);
  expect(strings(`x = "it's" # "y"`, 'python')).toEqual([`"it's"`, `"y"`]);
});

it('keeps every character of a line that fits', () => {
  const code = 'body = {"a": -1.5e+21, "b": None, id2: [true, 10]}\n\n    indented(1)';
  const { lines, more } = codeLines(code, 'python');
  expect(lines.map(({ tokens }) => tokens.map(({ text }) => text).join('')).join('\n')).toBe(code);
  expect(lines.map(({ indent }) => indent)).toEqual([0, 0, 4]);
  expect(more).toBe(0);
  expect(lines[0]?.tokens.filter(({ kind }) => kind === 'value').map(({ text }) => text)).toEqual([
    '-1.5e+21',
    'None',
    'true',
    '10',
  ]);
});

it('shows the beginning of long lines and of long code, and says how much is left', () => {
  const { lines, more } = codeLines(`"${'x'.repeat(1000)}"\n${'y\n'.repeat(500)}`, 'javascript');
  expect(lines[0]).toMatchObject({ cut: 402, tokens: [{ kind: 'string' }] });
  expect(lines).toHaveLength(300);
  expect(more).toBe(201);
});

it('never shows half of a character', () => {
  const { lines } = codeLines(`${'x'.repeat(599)}🍌🍌`, 'python');
  expect(lines[0]).toMatchObject({ cut: 4, tokens: [{ text: 'x'.repeat(599) }] });
});
