import { expect, it } from 'vitest';
import { parseEnvFile } from '../../../../src/renderer/forms/env-file';
import { environmentOf, environmentRows, rowProblem, withEntries } from '../../../../src/renderer/forms/environment';
import { deploy } from '../../../../src/shared/endpoints/bananadev';

const pairs = (text: string) => parseEnvFile(text).map(({ name, value }) => [name, value]);

it('reads names and values, comments and export left out', () => {
  expect(pairs('# keys\nexport API_KEY=abc123 # mine\n\nEMPTY=\nURL = https://x.example/?a=b#c\r\n')).toEqual([
    ['API_KEY', 'abc123'],
    ['EMPTY', ''],
    ['URL', 'https://x.example/?a=b#c'],
  ]);
});

it('reads quotes, escapes and values over several lines', () => {
  expect(pairs('A="one\\ntwo"\nB=\'as # is\\n\'\nC="first\nsecond" # end\nD=4')).toEqual([
    ['A', 'one\ntwo'],
    ['B', 'as # is\\n'],
    ['C', 'first\nsecond'],
    ['D', '4'],
  ]);
});

it('takes a quote that never ends as a part of the value', () => {
  expect(pairs('A="open\nB=2')).toEqual([
    ['A', '"open'],
    ['B', '2'],
  ]);
});

it('finds nothing in a text without names', () => {
  expect(pairs('just words\n=value\n1A=x')).toEqual([]);
});

it('gives the documented example back as it was, numbers as numbers', () => {
  const { environment } = deploy.example;
  expect(environmentOf(environmentRows(environment))).toEqual(environment);
});

it('sends a changed number as the text that was typed', () => {
  const rows = environmentRows({ MAX: 3 }).map((row) => ({ ...row, value: '4' }));
  expect(environmentOf(rows)).toEqual({ MAX: '4' });
});

it('says what of the rows would be lost', () => {
  const rows = [
    { name: 'A', value: '1' },
    { name: '', value: 'lost' },
    { name: 'A', value: '2' },
    { name: '', value: '' },
  ];
  expect(rows.map((_row, at) => rowProblem(rows, at))).toEqual(['twice', 'nameless', undefined, undefined]);
  expect(environmentOf(rows)).toEqual({ A: '2' });
});

it('puts pasted entries over those of the same name', () => {
  expect(environmentOf(withEntries(environmentRows({ A: '1', B: '2' }), parseEnvFile('B=3\nC=4')))).toEqual({
    A: '1',
    B: '3',
    C: '4',
  });
});
