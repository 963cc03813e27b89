import { expect, it } from 'vitest';
import { readServeOptions } from '../../../mocks/serve-options';

it('serves at the usual port, as the demo does, where nothing is asked for', () => {
  expect(readServeOptions([])).toMatchObject({
    port: 8087,
    json: false,
    settings: { behaviour: 'documented', speed: 10 },
  });
});

it('takes port, seed, speed and behaviour', () => {
  expect(
    readServeOptions(['--port', '0', '--seed', '7', '--speed', '60', '--behaviour', 'observed', '--json']),
  ).toMatchObject({
    port: 0,
    json: true,
    settings: { seed: 7, speed: 60, behaviour: 'observed' },
  });
});

it.each([
  [['--port', '70000'], '--port is a number from 0 to 65535, not “70000”.'],
  [['--port', 'x'], '--port is a number from 0 to 65535, not “x”.'],
  [['--port='], '--port is a number from 0 to 65535, not “”.'],
  [['--speed', '2'], '--speed is 0, 1, 10 or 60, not “2”.'],
  [['--behaviour', 'odd'], '--behaviour is documented or observed, not “odd”.'],
  [['--seed', '-1'], '--seed is a whole number from 0 to 999999, not “-1”.'],
  [['--seed'], '--seed needs a value.'],
  [['--json=yes'], '--json takes no value.'],
  [['--unknown', '1'], 'There is no option --unknown.'],
  [['8087'], '“8087” is one argument too many.'],
])('refuses %j in a sentence', (args, sentence) => {
  expect(() => readServeOptions(args)).toThrow(sentence);
});

it('serves nothing where help is asked for', () => {
  expect(readServeOptions(['--help'])).toBeUndefined();
});
