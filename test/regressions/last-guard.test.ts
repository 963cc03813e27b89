import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { keepGoing } from '../../src/main/last-guard';

/** An exception past everybody showed a modal box with its stack, and behind it nothing went on. */
function world({ write }: { write?: (line: string) => void } = {}) {
  const program = new EventEmitter();
  const lines: string[] = [];
  const told: string[] = [];
  const clock = { now: 0 };
  keepGoing({
    program,
    now: () => clock.now,
    write: write ?? ((line) => void lines.push(line)),
    onFault: (kind) => void told.push(kind),
  });
  return { program, lines, told, clock };
}

it('writes down what was thrown, with the way it came, in one line', () => {
  const { program, lines, told } = world();
  program.emit('uncaughtException', new TypeError('first\nsecond\x1b[31m'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^error uncaughtException: TypeError: first second \[31m \| at .*last-guard/);
  expect(told).toEqual(['uncaughtException']);
});

it.each<[name: string, fault: unknown, line: RegExp]>([
  ['nothing', undefined, /: undefined$/],
  ['a text', 'just a text', /: just a text$/],
  ['an object', {}, /: \[object Object\]$/],
  ['one without a prototype', Object.create(null), /: something that cannot be described$/],
  [
    'one that throws',
    {
      toString: () => {
        throw new Error('no');
      },
    },
    /: something that cannot be described$/,
  ],
  ['an error without a stack', Object.assign(new Error('bare'), { stack: undefined }), /: Error: bare$/],
  ['a long message', Object.assign(new Error('x'.repeat(9000)), { stack: '' }), /^.{300,400}$/],
])('writes down %s', (_name, fault, line) => {
  const { program, lines } = world();
  program.emit('unhandledRejection', fault);
  expect(lines[0]).toMatch(line);
});

it('writes no secret', () => {
  const { program, lines } = world();
  program.emit('uncaughtException', new Error('401 for Authorization: Bearer pb_0123456789abcdef0123456789abcdef'));
  expect(lines[0]).not.toContain('0123456789');
});

it('does not fill the disk in a storm, and says how much it left out', () => {
  const { program, lines, told, clock } = world();
  for (let round = 0; round < 10_000; round += 1) program.emit('uncaughtException', new Error('again'));
  expect([lines.length, told.length]).toEqual([20, 20]);
  clock.now = 61_000;
  program.emit('uncaughtException', new Error('later'));
  expect(lines.slice(20)).toEqual([
    'error uncaughtException: 9980 more were not written down',
    expect.stringContaining('later'),
  ]);
});

it('survives a disk that takes no line', () => {
  const { program } = world({
    write() {
      throw new Error('ENOSPC');
    },
  });
  expect(() => program.emit('uncaughtException', new Error('first'))).not.toThrow();
});
