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
  ['--port', '70000'],
  ['--port', 'x'],
  ['--speed', '2'],
  ['--behaviour', 'odd'],
  ['--seed', '-1'],
  ['--unknown', '1'],
  ['--help'],
])('does not understand %s %s', (...args) => {
  expect(readServeOptions(args)).toBeUndefined();
});
