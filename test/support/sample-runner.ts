import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { tmpdir } from 'node:os';
import type { SampleLanguage } from '../../src/shared/code-sample/code-sample';

/** Of all programs together: more would only wait for each other. */
const AT_ONCE = 3;

export interface SampleRun {
  code: number | null;
  output: string;
  errors: string;
  /** The folder that it ran in. */
  folder: string;
}

export interface SampleRunner {
  run(
    language: SampleLanguage,
    code: string,
    surroundings?: { env?: Record<string, string>; files?: Record<string, Uint8Array> },
  ): Promise<SampleRun>;
  /** Removes all folders. */
  close(): Promise<void>;
}

/** A Python that has requests: the first on the path may be one without. */
function findPython(): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const found = folders
    .map((folder) => join(folder, 'python3'))
    .find((python) => spawnSync(python, ['-c', 'import requests'], { stdio: 'ignore' }).status === 0);
  if (found === undefined)
    throw new Error(
      'Copied Python code is tested by running it, and no python3 here has the module requests. ' +
        'On Debian: apt-get install -y python3-requests. Elsewhere: pip install requests.',
    );
  return found;
}

function requireCurl(): void {
  if (spawnSync('curl', ['--version'], { stdio: 'ignore' }).status !== 0)
    throw new Error(
      'Copied curl code is tested by running it, and there is no curl. On Debian: apt-get install -y curl.',
    );
}

/** Runs copied code as a user does: saved to a file, in a folder with the files that it names. */
export function createSampleRunner(): SampleRunner {
  requireCurl();
  const programs: Record<SampleLanguage, [string, string]> = {
    bash: ['bash', 'sample.sh'],
    javascript: [process.execPath, 'sample.mjs'],
    python: [findPython(), 'sample.py'],
  };
  const folders: string[] = [];
  const waiting: (() => void)[] = [];
  let running = 0;

  const start = (program: string, name: string, folder: string, env: Record<string, string>): Promise<SampleRun> =>
    new Promise((resolve, reject) => {
      // nothing of the tester's own environment: no proxy, no .netrc, no keys
      const own = { PATH: process.env['PATH'] ?? '', HOME: folder, LANG: 'C.UTF-8' };
      const child = spawn(program, [name], { cwd: folder, env: { ...own, ...env } });
      let output = '';
      let errors = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.once('error', reject).once('close', (code) => {
        resolve({ code, output, errors, folder });
      });
    });

  return {
    async run(language, code, { env = {}, files = {} } = {}) {
      while (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
      running += 1;
      try {
        const folder = await mkdtemp(join(tmpdir(), 'plantain-sample-'));
        folders.push(folder);
        const [program, name] = programs[language];
        for (const [file, bytes] of Object.entries(files)) await writeFile(join(folder, file), bytes);
        await writeFile(join(folder, name), code);
        return await start(program, name, folder, env);
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
    async close() {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
