import { expect, it } from 'vitest';
import { jsonLines, jsonText, type Token } from '../../../../../src/renderer/create/inspector/json-tokens';

const pdf = { $file: 'a'.repeat(64), name: 'paper.pdf', bytes: 2_400_000, mediaType: 'application/pdf' };
const textOf = (token: Token): string => (token.kind === 'file' ? `<${token.file.name} ${token.bytes}>` : token.text);
const shown = (body: Record<string, unknown>): string[] =>
  jsonLines(body).lines.map(({ depth, tokens }) => '  '.repeat(depth) + tokens.map(textOf).join(''));

it('writes a body as JSON with the file as its base64 size', () => {
  expect(shown({ pdf_base64: pdf, iterations: 3, output_formats: ['png'] })).toEqual([
    '{',
    '  "pdf_base64": <paper.pdf 3200000>,',
    '  "iterations": 3,',
    '  "output_formats": ["png"]',
    '}',
  ]);
});

it('breaks nested values into lines', () => {
  expect(shown({ labels: { a: true }, rows: [{ b: null }] })).toEqual([
    '{',
    '  "labels": {',
    '    "a": true',
    '  },',
    '  "rows": [',
    '    {',
    '      "b": null',
    '    }',
    '  ]',
    '}',
  ]);
});

it('writes an empty body on one line', () => {
  expect(shown({})).toEqual(['{}']);
});

it('cuts a long string, counts the rest and never splits a pair of surrogates', () => {
  const caption = `${'a'.repeat(159)}😀${'b'.repeat(40)}`;
  const cut = jsonLines({ caption })
    .lines.flatMap(({ tokens }) => tokens)
    .find((token) => token.kind === 'cut');
  expect(cut).toEqual({ kind: 'cut', text: `"${'a'.repeat(159)}…"`, cut: 42 });
});

it('copies whole strings, with a name where the file would be', () => {
  const caption = 'c'.repeat(500);
  expect(JSON.parse(jsonText({ caption, pdf_base64: pdf }, ({ name }) => `<${name}>`))).toEqual({
    caption,
    pdf_base64: '<paper.pdf>',
  });
});

it('shows the first lines of a long body and says that there are more', () => {
  const { lines, cut } = jsonLines({ rows: Array.from({ length: 50_000 }, (_item, index) => ({ index })) });
  expect(lines).toHaveLength(400);
  expect(cut).toBe(true);
  expect(jsonLines({ a: 1 }).cut).toBe(false);
});
