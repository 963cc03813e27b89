import { expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';

const nothing = {
  input: undefined,
  set: [],
  file: [],
  baseUrl: undefined,
  demo: false,
  example: false,
  wait: false,
  out: undefined,
  json: false,
};

it('reads a call with all that it may have', () => {
  const line =
    'call paperbanana.generate --input - --set caption=a=b --set pages= --file pdf_base64=/tmp/a.pdf --base-url http://x --wait --out o --json';
  expect(parseArguments(line.split(' '))).toEqual({
    ...{ kind: 'call', endpoint: 'paperbanana.generate', input: '-' },
    set: [
      { field: 'caption', text: 'a=b' },
      { field: 'pages', text: '' },
    ],
    file: [{ field: 'pdf_base64', path: '/tmp/a.pdf' }],
    ...{ baseUrl: 'http://x', demo: false, example: false, wait: true, out: 'o', json: true },
  });
  expect(parseArguments(['call', 'x.y'])).toEqual({ kind: 'call', endpoint: 'x.y', ...nothing });
});

it.each([
  [['--help'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
  [['call', '--help'], { kind: 'help' }],
  [['call', 'a.b', '--help'], { kind: 'help', endpoint: 'a.b' }],
  [['--version'], { kind: 'version' }],
  [['-v'], { kind: 'version' }],
  [['endpoints'], { kind: 'endpoints', json: false }],
  [['endpoints', '--json'], { kind: 'endpoints', json: true }],
  [
    ['call', 'a.b', '--set=caption=-x'],
    { kind: 'call', endpoint: 'a.b', ...nothing, set: [{ field: 'caption', text: '-x' }] },
  ],
  [['call', 'a.b', '--set', 'n=-5'], { kind: 'call', endpoint: 'a.b', ...nothing, set: [{ field: 'n', text: '-5' }] }],
])('reads %j', (args, expected) => {
  expect(parseArguments(args)).toEqual(expected);
});

it.each([
  [[], 'commandMissing'],
  [['generate'], 'command'],
  [['toString'], 'command'],
  [['call'], 'endpointMissing'],
  [['call', 'a.b', 'c'], 'surplus'],
  [['endpoints', 'x'], 'surplus'],
  [['call', 'a.b', '--nonsense'], 'option'],
  [['call', 'a.b', '-x'], 'option'],
  [['call', 'a.b', '--constructor'], 'option'],
  [['endpoints', '--wait'], 'option'],
  [['call', 'a.b', '--out'], 'optionValue'],
  [['call', 'a.b', '--out', '--json'], 'optionValue'],
  [['call', 'a.b', '--json=yes'], 'optionNoValue'],
  [['call', 'a.b', '--set', 'caption'], 'assignment'],
  [['call', 'a.b', '--file', '=x'], 'assignment'],
])('refuses %j', (args, key) => {
  expect(() => parseArguments(args)).toThrow(expect.objectContaining({ name: 'BadCall', key }));
});

it('refuses the demo server together with the address of another', () => {
  expect(() => parseArguments(['call', 'a.b', '--demo', '--base-url', 'http://x'])).toThrow(
    expect.objectContaining({ key: 'demoElsewhere' }) as Error,
  );
});
