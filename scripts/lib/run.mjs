import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * Runs a program with its output flowing to ours, or under a title in one piece when it has ended: programs that run
 * beside each other would mix theirs.
 * @param {string[]} command program and arguments; no shell is between, so nothing needs quoting
 * @param {{env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, title?: string, timeoutMs?: number}} [options]
 * @returns {Promise<number>} exit code; 1 where a signal ended it; 124 where the time was up
 */
export function run([program, ...args], { env = process.env, cwd = root, quiet = false, title, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? 'ignore' : title === undefined ? 'inherit' : ['inherit', 'pipe', 'pipe'];
    const child = spawn(program, args, { env, cwd, stdio });
    const held = title === undefined ? [] : [`\n== ${title}\n`];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => held.push(text));
    let timedOut = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    // The terminal sends Ctrl+C to the child as well: we wait for its end, so that it can close in order, then go too.
    let interrupted = false;
    const interrupt = () => {
      interrupted = true;
    };
    const forward = () => child.kill('SIGTERM');
    process.on('SIGINT', interrupt);
    process.on('SIGTERM', forward);
    const settle = (done, value) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', forward);
      process.stdout.write(held.join(''));
      if (interrupted) process.exit(130);
      done(value);
    };
    child.once('error', (error) => settle(reject, error));
    child.once(title === undefined ? 'exit' : 'close', (code) => settle(resolve, timedOut ? 124 : (code ?? 1)));
  });
}

/**
 * Command line for a package's own JavaScript file, started by this very Node.
 * This avoids the `.cmd` launchers in node_modules/.bin, which Windows starts only through a shell.
 * @param {string} file path below node_modules, such as `vitest/vitest.mjs`
 */
export function nodeTool(file, ...args) {
  return [process.execPath, `${root}/node_modules/${file}`, ...args];
}

/** Command line for npm, whatever the system calls it. Inside `npm run` it is the same npm that started us. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return [process.execPath, cli, ...args];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args];
}
