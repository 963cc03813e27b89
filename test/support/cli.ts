import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/terminal';
import { temporaryFolder } from './temporary-folder';

export interface CliResult {
  status: number | null;
  out: string;
  err: string;
}

export interface FakeTerminal extends Terminal {
  out: string;
  err: string;
  interrupt(): void;
}

export interface TerminalOptions {
  env?: NodeJS.ProcessEnv;
  input?: string;
  outIsTty?: boolean;
  errIsTty?: boolean;
}

export function createFakeTerminal({
  env = {},
  input = '',
  outIsTty = false,
  errIsTty = false,
}: TerminalOptions = {}): FakeTerminal {
  const controller = new AbortController();
  const terminal: FakeTerminal = {
    // a folder of its own: whoever runs the tests has a history of theirs
    env: { LANG: 'en_US.UTF-8', PLANTAIN_USER_DATA: temporaryFolder(), ...env },
    outIsTty,
    errIsTty,
    out: '',
    err: '',
    readStandardInput: async () => input,
    write: async (text) => {
      terminal.out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
    },
    say(line) {
      terminal.err += `${line}\n`;
    },
    interrupted: controller.signal,
    outClosed: new AbortController().signal,
    interrupt() {
      controller.abort();
    },
  };
  return terminal;
}

/** The command line inside this process. */
export async function plantain(args: readonly string[], options: TerminalOptions = {}): Promise<CliResult> {
  const terminal = createFakeTerminal(options);
  const status = await run(args, terminal);
  return { status, out: terminal.out, err: terminal.err };
}

/** The command line as a person starts it, in a process of its own. */
export function spawnPlantain(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  input = '',
): { child: ChildProcess; ended: Promise<CliResult> } {
  const script = join(__dirname, '../../src/cli/index.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_US.UTF-8', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end(input);
  const ended = new Promise<CliResult>((resolve) => child.once('close', (status) => resolve({ status, out, err })));
  return { child, ended };
}
