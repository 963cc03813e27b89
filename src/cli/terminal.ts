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
  /** Aborted by Ctrl+C, and by a supervisor that ends the program. */
  interrupted: AbortSignal;
  /** Aborted when nobody reads any more what is written (`| head`). */
  outClosed: AbortSignal;
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

export function processTerminal(): Terminal {
  const controller = new AbortController();
  // a second one ends the program at once, as anywhere
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      controller.abort();
    });
  // whoever has closed the pipe has read enough (`| head`); the write that met it is called back all the same
  const closed = new AbortController();
  process.stdout.on('error', () => {
    closed.abort();
  });
  return {
    env: process.env,
    outIsTty: process.stdout.isTTY,
    errIsTty: process.stderr.isTTY,
    readStandardInput: () => readAll(process.stdin as AsyncIterable<Uint8Array>),
    write: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => {
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
