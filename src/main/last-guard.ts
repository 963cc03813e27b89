import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { redactForLog } from './log-redaction';

/** Characters of a message that are kept: what went wrong, not what it went wrong with. */
const KEPT = 300;
/** Lines of a stack: which way the fault came. */
const FRAMES = 6;
/** Faults of a kind that are written down within PERIOD ms; a timer that throws each time must not fill the disk. */
const MOST = 20;
const PERIOD = 60_000;

const KINDS = ['uncaughtException', 'unhandledRejection'] as const;
type Kind = (typeof KINDS)[number];

export interface LastGuardOptions {
  /** Node's process. */
  program: { on(event: Kind, listener: (fault: unknown) => void): unknown };
  now(): number;
  /** Writes a line; may throw. */
  write(line: string): void;
  /** Once for each fault that is written down. */
  onFault(kind: Kind): void;
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault).slice(0, KEPT);
  // an error's own stack begins with its message, which may be long and in many lines
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${fault.name}: ${fault.message.slice(0, KEPT)}`, ...frames.slice(0, FRAMES).map((line) => line.trim())].join(
    ' | ',
  );
}

/** A fault may be anything, its `message` a getter that throws. */
function describeSafely(fault: unknown): string {
  try {
    return describe(fault);
  } catch {
    return 'something that cannot be described';
  }
}

/**
 * The last net under the program. Without it Electron shows a box with a stack, behind which everything stands still:
 * jobs are not asked about, and the answer to a paid submission is not read. What was thrown past everybody is written
 * down, and the program goes on: what it has promised is on the disk, not in the state that may be broken now.
 */
export function keepGoing({ program, now, write, onFault }: LastGuardOptions): void {
  function watch(kind: Kind): (fault: unknown) => void {
    let since = -Infinity;
    let written = 0;
    let left = 0;
    return (fault) => {
      const time = now();
      if (time - since > PERIOD) {
        if (left > 0) write(`error ${kind}: ${left} more were not written down`);
        since = time;
        written = 0;
        left = 0;
      }
      if (written >= MOST) {
        left += 1;
        return;
      }
      written += 1;
      write(`error ${kind}: ${redactForLog(describeSafely(fault)).replace(/[\0-\x1f\x7f]+/g, ' ')}`);
      onFault(kind);
    };
  }

  for (const kind of KINDS) {
    const note = watch(kind);
    program.on(kind, (fault) => {
      try {
        note(fault);
      } catch {
        // the disk is full, or the window gone: a fault here would come back here
      }
    });
  }
}

/** Appends to the log at once, for a program that may have nothing else left; the log proper may not even be loaded. */
export function writeNow(path: string): (line: string) => void {
  return (line) => {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, `${new Date().toISOString()} ${line}\n`);
  };
}
