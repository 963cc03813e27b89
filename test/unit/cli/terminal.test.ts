import { expect, it } from 'vitest';
import { processTerminal } from '../../../src/cli/terminal';

it('watches the output once, however many lines are under way', async () => {
  const terminal = processTerminal();
  const before = process.stdout.listenerCount('error');
  const writes = Array.from({ length: 20 }, () => terminal.write(''));
  expect(process.stdout.listenerCount('error')).toBe(before);
  await Promise.all(writes);
});
