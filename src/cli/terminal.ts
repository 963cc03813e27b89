import { visible, visibleLine } from './visible';

/** What the command line reads and writes. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  /** True where a person looks at it. */
  outIsTty: boolean;
  errIsTty: boolean;
  readStandardInput(): Promise<string>;
  write(text: string | Uint8Array): Promise<void>;
  /** One line on standard error. */
  say(line: string): void;
  /** Aborted by Ctrl+C, by a supervisor that ends the program, and when its terminal is closed; `reason` is the signal. */
  interrupted: AbortSignal;
  /** Aborted when what is written goes nowhere: nobody reads any more (`| head`), or the disk is full. `reason` is the code. */
  outClosed: AbortSignal;
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Ctrl+C reaches every program of a terminal, and those between it and this one (npm, tsx) pass it on once more. */
const ECHO_MS = 300;

/** As shells count a program that a signal has ended. */
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** The exit status of a program that has stopped early. */
export function interruptedStatus({ reason }: AbortSignal): number {
  return STATUS[reason as keyof typeof STATUS] ?? STATUS.SIGINT;
}

/** True unless the program is ended from outside, by a supervisor or a log-out: then its jobs are the next one's. */
export function isChosenEnd({ reason }: AbortSignal): boolean {
  return reason !== 'SIGTERM' && reason !== 'SIGHUP';
}

export function processTerminal(): Terminal {
  const controller = new AbortController();
  let first = 0;
  for (const signal of Object.keys(STATUS) as (keyof typeof STATUS)[])
    process.on(signal, () => {
      if (controller.signal.aborted) {
        // a second one ends the program at once, whichever it is
        if (performance.now() - first > ECHO_MS) process.exit(STATUS[signal]);
        return;
      }
      first = performance.now();
      controller.abort(signal);
    });
  // whoever has closed the pipe has read enough (`| head`); the write that met it is called back all the same
  const closed = new AbortController();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    closed.abort(error.code ?? 'EPIPE');
  });
  // a submission must not break off because nobody listens to what is said about it
  process.stderr.on('error', () => undefined);
  return {
    env: process.env,
    outIsTty: process.stdout.isTTY,
    errIsTty: process.stderr.isTTY,
    readStandardInput: () => readAll(process.stdin as AsyncIterable<Uint8Array>),
    write: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, (error?: NodeJS.ErrnoException | null) => {
          if (error) closed.abort(error.code ?? 'EPIPE');
          resolve();
        });
      }),
    say(line) {
      process.stderr.write(`${line}\n`);
    },
    interrupted: controller.signal,
    outClosed: closed.signal,
  };
}

/** The same with every text made harmless on its way out: much of it was written by servers, webhooks and files. */
export function guardedTerminal(terminal: Terminal): Terminal {
  return {
    ...terminal,
    write: (text) => terminal.write(typeof text === 'string' ? visible(text) : text),
    say(line) {
      terminal.say(visibleLine(line));
    },
  };
}
